import fc from 'fast-check';

// The same commit gets the same answer from CI. To look further: PROPERTIES=random npm test
if (process.env.PROPERTIES !== 'random') fc.configureGlobal({ seed: 20260301 });
