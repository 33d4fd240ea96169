import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { readJson } from '../answer.ts';
import { httpClient } from '../http.ts';
import { refusedAnswer } from '../http-failure.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { below, serverAddress } from '../server-address.ts';
import { projectPage, tagsOf } from './project-page.ts';

const publicIndex = 'https://pypi.org/simple';

const projectName = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;

const settings = () =>
  z
    .strictObject({
      project: z
        .string()
        .regex(projectName, 'the name of a project: letters, digits, ".", "_" and "-"')
        .describe('The project, e.g. `jupyterhub`.'),
      index: template
        .optional()
        .describe(
          `The address of the index. Default: the one in \`PIP_INDEX_URL\`, or ${publicIndex}. It must offer the JSON form of the simple index.`,
        ),
    })
    .describe(
      'All versions of a Python project, with the dates of their files; versions whose files are all yanked count as withdrawn. They are parsed with `scheme: pep440`.',
    );

/** https://packaging.python.org/en/latest/specifications/simple-repository-api/#json-serialization */
const accepted = 'application/vnd.pypi.simple.v1+json';

const part: ReleaseKind['part'] = kind('pypi', settings, ({ project, index }, { effects, where, placeholders }) => ({
  read: async (signal) => {
    const source = `PyPI project ${project}`;
    const written = index === undefined ? undefined : effects.variables.fill(index, `${where}.index`, placeholders);
    const address = serverAddress(
      written ?? (effects.environment.PIP_INDEX_URL || publicIndex),
      written === undefined ? 'The variable PIP_INDEX_URL' : `${where}.index`,
    );
    // https://packaging.python.org/en/latest/specifications/name-normalization/
    const name = project.toLowerCase().replaceAll(/[-_.]+/g, '-');
    const url = below(address.url, `${name}/`);
    const headers = { accept: accepted, ...address.headers };
    const reply = await httpClient(effects, { source })({ url, headers }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, url, reply, reply.status === 406 ? noJson : undefined);
    return { source, tags: tagsOf(project, readJson(projectPage, reply, { source, url })) };
  },
}));

export const pypi: ReleaseKind = {
  part,
  published: { word: 'pypi', name: projectName, example: 'isso', scheme: 'pep440', keys: ['pypi', 'project'] },
};

const noJson =
  'This index does not offer its pages as JSON: name another one under "index", or use another release source, such as a file.';
