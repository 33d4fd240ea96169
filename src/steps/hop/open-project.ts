import { findConfiguration } from '../../config/find.ts';
import type { Project } from '../../config/project.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import type { Effects } from '../../world/effects/effects.ts';
import type { OpenFleet } from './read-project.ts';

/*
 * The code that reads a configuration knows every kind of everything, and is half of what a start loads: it is not loaded
 * before there is a configuration to read.
 */

/**
 * Reads the configuration and opens the journal.
 * @param system which one is meant, if the configuration has several
 */
export async function openProject(
  configFile: string | undefined,
  effects: Effects,
  run: RunIdentity,
  system?: string,
): Promise<Project> {
  const found = await findConfiguration(effects.directory, configFile);
  const { readProject } = await import('./read-project.ts');
  return readProject(found, effects, run, system);
}

/** @returns undefined if the configuration is for a single system */
export async function openFleet(
  configFile: string | undefined,
  effects: Effects,
  run: RunIdentity,
): Promise<OpenFleet | undefined> {
  const found = await findConfiguration(effects.directory, configFile);
  const { readFleet } = await import('./read-project.ts');
  return readFleet(found, effects, run);
}
