// A script of the user's that prints every secret that it got, in every form that it knows, and one of its own.
const [task, version] = process.argv.slice(2);
const secrets = Object.entries(process.env).filter(([, value]) => value?.startsWith('canary-'));
const own = `canary-made-here-${process.pid}/"<_*`;

/** @param {string} value */
function forms(value) {
  const base64 = Buffer.from(`user:${value}`).toString('base64');
  return [
    value,
    JSON.stringify({ value }),
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString(),
    Buffer.from(value).toString('base64'),
    `Authorization: Basic ${base64}`,
    Buffer.from(value).toString('hex'),
    value.replace('canary', '\u001b[31mcanary\u001b[0m'),
    `::set-output name=leaked::${value}`,
    `::error::${value}`,
  ];
}

console.log(`::add-mask::${own.replaceAll('%', '%25')}`);
for (const [name, value] of [...secrets, ['OWN', own]]) {
  for (const form of forms(value ?? '')) {
    console.log(`${name}=${form}`);
    console.error(`\u202e${name}=${form}`);
  }
}
if (task === 'deploy') await fetch(`${process.env.TARGET}/deployed?version=${version}`, { method: 'POST' });
if (task === 'stop') await fetch(`${process.env.TARGET}/stopped`, { method: 'POST' });
if (task === 'fail') {
  console.error(`cannot continue with ${secrets.map(([, value]) => value ?? '').join(', ')}`);
  process.exitCode = 1;
}
