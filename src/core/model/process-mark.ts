import { z } from 'zod';

/** Identifies one process, unmistakably, on the machine where it runs. */
export const processMark = z
  .object({
    /** The machine since its last boot, and the container on it. */
    machine: z.string(),
    pid: z.int().min(1),
    started: z.string(),
    /** The folder in which it records what it starts: whoever looks in another folder does not see what has outlived it. */
    notes: z.string().exactOptional(),
  })
  .readonly();
export type ProcessMark = z.output<typeof processMark>;
