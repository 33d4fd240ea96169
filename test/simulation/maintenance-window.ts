/** The one maintenance window of the simulation, as written in the configuration. */
export const windowZone = 'Europe/Zurich';
export const windowTimes = { from: '22:00', to: '04:00' } as const;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: windowZone, hour: '2-digit', hourCycle: 'h23' });

/** Derived only from local clocks: what is checked must not judge itself. */
export function isWindowOpen(milliseconds: number): boolean {
  const hour = Number(clock.format(milliseconds));
  return hour >= 22 || hour < 4;
}

const minute = 60_000;

/** Whether the window was open at some moment within this many minutes: between a decision and its act some time passes. */
export function wasWindowOpen(until: number, minutes: number): boolean {
  return Array.from({ length: minutes + 1 }, (_, ago) => until - ago * minute).some(isWindowOpen);
}
