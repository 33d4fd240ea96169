import type { PathManualStep } from '../../../model/path-plan.ts';
import type { TopologyHop } from './hops.ts';
import { readInstanceClass } from './instance-class.ts';

/** What only a person can vouch for. Each blocks its hop until it is acknowledged by its id. */
export function cautionsOf({ change, from, to }: TopologyHop): readonly PathManualStep[] {
  if (change === 'remove-instances') {
    return [
      {
        id: `remove-${from.instances - to.instances}-of-${from.instances}-instances`,
        text: `${from.instances - to.instances} of ${from.instances} instances ${from.instances - to.instances === 1 ? 'is' : 'are'} deleted${to.instances === 1 ? '; with one instance, a failure or maintenance is an outage' : ''}. Make sure that the load fits on what is left.`,
        url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
      },
    ];
  }
  const [before, after] = change === 'writer' ? [[from.writer], to.writer] : [from.readers, to.readers[0]];
  if (change === 'reader-setting' || change === 'add-instances' || after === undefined) return [];
  return before.flatMap((each) => betweenClasses(each, after, change === 'writer' ? 'writer' : 'reader'));
}

const classesPage =
  'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html';

function betweenClasses(from: string, to: string, role: 'writer' | 'reader'): PathManualStep[] {
  const [before, after] = [readInstanceClass(from), readInstanceClass(to)];
  if (before === undefined || after === undefined || from === to) return [];
  const steps: PathManualStep[] = [];
  const add = (id: string, text: string): void => {
    steps.push({ id: `${id}-${role}`, text, url: classesPage });
  };
  if (before.memory === undefined || after.memory === undefined) {
    add(
      'class-unknown',
      `Whether ${to} is smaller than ${from} could not be determined. Compare their memory and their limits of connections.`,
    );
  } else if (after.memory < before.memory) {
    add(
      'smaller',
      `${to} has ${after.memory} GiB of memory, and ${from} has ${before.memory}. Make sure that the load fits, and that parameters that were set as numbers (shared_buffers, max_connections) still do.`,
    );
  }
  if (before.architecture !== after.architecture) {
    add(
      'architecture',
      `${to} is ${after.architecture === 'arm64' ? 'Graviton (ARM)' : 'x86'}, and ${from} is not. Make sure that reservations cover it, and that extensions and queries were tested on it: floating-point results may differ in their last digits.`,
    );
  }
  if (before.hasLocalDisks !== after.hasLocalDisks) {
    add(
      'local-disks',
      `${after.hasLocalDisks ? to : from} has local disks and ${after.hasLocalDisks ? from : to} has none: temporary files and the optimized-reads cache lie there. Make sure that large sorts and index builds have the room that they need.`,
    );
  }
  return steps;
}
