import { z } from 'zod';
import { versionOrLine, versionRange } from '../sources/versions/version-range.ts';
import { said } from './common.ts';

export const avoid = z
  .strictObject({
    versions: versionRange.describe('The releases on which no hop may land.'),
    'fixed-in': versionOrLine.optional().describe('The release that fixes it.'),
    ...said,
  })
  .describe('Releases that a path goes around, although the vendor has not withdrawn them.');
