export interface Rewriting {
  /** Whether views, routines, triggers and events keep their owners. */
  readonly withDefiners: boolean;
  /** Whether the server runs none of the events by itself. */
  readonly withEventsOff: boolean;
}

const owner = 'DEFINER=`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?';

/** What the programs write before a view, a routine, a trigger and an event; no line of a body starts like it. */
const ofView = new RegExp(`^(/\\*!50013 )${owner} (SQL SECURITY )`);
const ofTrigger = new RegExp(`^(/\\*!50003 CREATE\\*/ )/\\*!500\\d\\d ${owner}\\s*\\*/ (/\\*!50003 TRIGGER )`);
const ofEvent = new RegExp(`^(/\\*!50106 CREATE\\*/ )/\\*!50117 ${owner}\\s*\\*/ (/\\*!50106 EVENT )`);
const ofRoutine = new RegExp(`^(CREATE )${owner} ((?:AGGREGATE )?(?:PROCEDURE|FUNCTION|PACKAGE) )`);
const eventOn = /^(\/\*!50106 CREATE\*\/ .*? ON COMPLETION (?:NOT )?PRESERVE )ENABLE\b/;

/** Changes the definitions of a dump on their way into a database, line by line. */
export function rewriting({ withDefiners, withEventsOff }: Rewriting): {
  readonly beginnings: string;
  line(text: string): string;
} {
  return {
    beginnings: 'C/',
    line: (text) => {
      const owned = withDefiners
        ? text
        : [ofView, ofTrigger, ofEvent, ofRoutine].reduce((line, shape) => line.replace(shape, '$1$2'), text);
      return withEventsOff ? owned.replace(eventOn, '$1DISABLE') : owned;
    },
  };
}
