import { z } from 'zod';
import { jsonDepth } from '../json-depth.ts';

const documented = z.lazy(() => z.object({ message: z.string(), documentation_url: z.string().optional() }));

/** GitHub's most deeply nested answers have a tenth of it. */
const deepest = 100;

/**
 * Answers as GitHub documents them. Of an error, only a text and an address are kept. The client formats what it gets as
 * text, which takes minutes for deeply nested lists, so no such answer is passed to it.
 */
export function withPlainAnswers(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.text();
    if (jsonDepth(text) > deepest) return plain(response, 502, { message: 'an answer that is nested too deeply' });
    if (response.status < 400) return plain(response, response.status, text);
    const read = documented.safeParse(parsed(text));
    return plain(
      response,
      response.status,
      read.success ? read.data : { message: 'an answer that GitHub does not document' },
    );
  };
}

/** @param body a text is left as it is, also its type; anything else becomes JSON */
function plain({ headers, statusText }: Response, status: number, body: unknown): Response {
  const said = new Headers(headers);
  if (typeof body !== 'string') said.set('content-type', 'application/json; charset=utf-8');
  for (const name of ['content-length', 'content-encoding']) said.delete(name);
  const hasBody = ![204, 205, 304].includes(status);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(hasBody ? text : null, { status, statusText, headers: said });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy answers in plain text or in HTML.
    return {
      message: text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200),
    };
  }
}
