// For --import: a test file that is still running after this time fails, and names what it waits for. Without it, one thing
// that a failed test left open would keep the whole run from ending, and from saying which file it was.
const limitMinutes = 25;

// Its parent, the runner, works as long as all files together.
if (process.env.NODE_TEST_CONTEXT !== undefined) {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().join(', ');
    process.stderr.write(`${process.argv[1]} did not end within ${limitMinutes} minutes. Still open: ${open}.\n`);
    process.exit(1);
  }, limitMinutes * 60_000).unref();
}
