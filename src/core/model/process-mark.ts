import { z } from 'zod';

/** A process that no other can be taken for, on the machine that shows it. */
export const processMark = z
  .object({
    /** The machine since it was started, and the container in it. */
    machine: z.string(),
    pid: z.int().min(1),
    started: z.string(),
    /** The folder in which it notes what it starts: who reads another one does not see what has outlived it. */
    notes: z.string().exactOptional(),
  })
  .readonly();
export type ProcessMark = z.output<typeof processMark>;
