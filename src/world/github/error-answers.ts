import { z } from 'zod';

const documented = z.object({ message: z.string(), documentation_url: z.string().optional() });

/**
 * Answers of errors as GitHub documents them, a text and an address; what else a server sends is left out. The client
 * makes one text of all of it, which takes minutes where lists are nested.
 */
export function withPlainErrors(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status < 400) return response;
    const { status, statusText, headers } = response;
    const read = documented.safeParse(parsed(await response.text()));
    const body = read.success ? read.data : { message: 'an answer that GitHub does not document' };
    const said = new Headers(headers);
    said.set('content-type', 'application/json; charset=utf-8');
    for (const name of ['content-length', 'content-encoding']) said.delete(name);
    return new Response(JSON.stringify(body), { status, statusText, headers: said });
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy answers in words or in HTML.
    return {
      message: text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 200),
    };
  }
}
