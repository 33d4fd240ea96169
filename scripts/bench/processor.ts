import { existsSync, readFileSync } from 'node:fs';

/**
 * Seconds of processor time that a process and its finished children took; 0 if the machine does not say. Other work on the
 * machine affects it far less than it affects wall-clock time.
 */
export function processorSecondsOf(pid: number | 'self'): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  // utime, stime, cutime and cstime, in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
}
