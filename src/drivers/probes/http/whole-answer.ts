import type { Unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { withValueAt } from '../json-value.ts';
import { type Asked, type AskedSettings, ask, requestNextPage } from './asked.ts';
import type { Earlier } from './fill.ts';
import { type JsonAnswer, jsonIn, transformed } from './json-answer.ts';
import { allItems } from './pages.ts';
import { noAnswer, wrongStatus } from './request.ts';

/** The JSON of the answer, with all pages. */
export async function wholeJson(
  answer: Extract<Asked, { kind: 'answer' }>,
  settings: AskedSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<JsonAnswer | Unknown> {
  const { pages } = settings;
  if (pages === undefined) return await jsonIn(answer, settings, context, answer.earlier);
  const first = await jsonIn(answer, { graphql: settings.graphql }, context, answer.earlier);
  if (first.kind === 'unknown') return first;
  const items = await allItems(
    first,
    { list: pages.list, next: pages.next, missing: 'unknown', what: 'list' },
    async (at) => {
      const page = await requestNextPage(settings, context, signal, { at, earlier: answer.earlier });
      return page.kind === 'answer' && page.status === 200
        ? await jsonIn(page, { graphql: settings.graphql }, context, answer.earlier)
        : unusable(page);
    },
  );
  if ('kind' in items) return items;
  const whole = pages.list === undefined ? items : withValueAt(first.raw, pages.list, items);
  const { url, headers, earlier } = first;
  return await transformed(whole, { url, headers, earlier, jsonata: settings.jsonata }, context);
}

/** The JSON of an answer with status 200. */
export async function readJson(
  settings: AskedSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<JsonAnswer | Unknown> {
  const answer = await ask(settings, context, signal);
  return answer.kind === 'answer' && answer.status === 200
    ? await wholeJson(answer, settings, context, signal)
    : unusable(answer);
}

/** The JSON of a further page. */
export async function readPage(
  settings: AskedSettings,
  context: PartContext,
  { at, earlier, signal }: { readonly at: URL; readonly earlier: Earlier; readonly signal: AbortSignal | undefined },
): Promise<JsonAnswer | Unknown> {
  const answer = await requestNextPage(settings, context, signal, { at, earlier });
  return answer.kind === 'answer' && answer.status === 200
    ? await jsonIn(answer, settings, context, earlier)
    : unusable(answer);
}

function unusable(answer: Asked): Unknown {
  return answer.kind === 'no-answer' ? noAnswer(answer) : wrongStatus(answer);
}
