import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { masks } from '../../../src/world/secrets/masks.ts';
import { escapeMarkdown } from '../../../src/world/writing/markdown.ts';
import { penWith } from '../../../src/world/writing/pen.ts';

const secret = 'pass_*word*#|1"2<3>';

function pen(...values: readonly string[]) {
  const secrets = masks(() => undefined);
  for (const value of values) secrets.add(value);
  return penWith(secrets);
}

describe('the pen', () => {
  it('removes a secret before it escapes', () => {
    assert.equal(
      pen(secret).markdown(`- ${escapeMarkdown(`it is ${secret}, *really*`)}`),
      '- it is \\*\\*\\*, \\*really\\*',
    );
    assert.equal(pen(secret).json({ said: [`it is ${secret}`], count: 1 }), '{"said":["it is ***"],"count":1}');
    assert.equal(pen('::notice::1234').workflow('a\n::notice::1234 b'), 'a\n*** b');
  });

  it('removes a secret even from text that was never marked as foreign', () => {
    assert.equal(pen(secret).markdown(`\`\`\`text\n${secret}\n\`\`\``), '```text\n***\n```');
  });

  it('finds a secret that a tool has coloured in the middle, or made a link of', () => {
    const [one, two] = [secret.slice(0, 6), secret.slice(6)];
    for (const between of [
      '\u001b[01;31m\u001b[K',
      '\u001b(B\u001b[m',
      '\u001b]8;;https://example.com\u0007',
      '\u001b]8;;\u001b\\',
    ])
      assert.equal(pen(secret).workflow(`a ${one}${between}${two} b`), 'a *** b');
  });

  it('shows what moves a cursor, starts a line or changes the reading order', () => {
    const text = 'a\u001b[2Jb\rc\u0007d\u202ee\u2028f\u{e0041}g\u200bh\u009b1mi';
    const shown = 'a\\u{1b}[2Jb\\rc\\u{7}d\\u{202e}e\\u{2028}f\\u{e0041}g\\u{200b}hi';
    assert.equal(pen().text(text), shown);
    assert.equal(pen().text('one\n\ttwo ü 漢 🚀'), 'one\n\ttwo ü 漢 🚀');
    assert.match(pen().markdown(escapeMarkdown(text)), /^a\\\\u\\\{1b\\\}\\\[2Jb\\\\rc/);
    assert.equal(pen().markdown('a\u001bb'), 'a\\u{1b}b');
  });

  it('finds a secret between the colours of a terminal', () => {
    assert.equal(pen(secret).text(`\u001b[1m${secret.replace('word', '\u001b[31mword\u001b[0m')}`), '***');
  });

  it('lets nothing become a command to the runner', () => {
    for (const text of ['::error::x', '  ::add-mask::x', 'a\n::set-output name=b::c', 'a\r::error::x', '##[error]x'])
      assert.doesNotMatch(pen().workflow(text), /^\s*::|\r|##\[/m);
  });

  it('keeps our own name although a weak secret is the same word', () => {
    const weak = pen('waiting');
    assert.equal(weak.value('waiting'), 'waiting');
    assert.equal(weak.value('it is waiting'), 'it is ***');
    assert.equal(weak.text('waiting'), '***');
  });
});
