import { githubDescription } from '../../support/github-api/description.ts';
import { answerJson, serve } from '../../support/http-server.ts';

/** The releases and the tags of a repository on GitHub. Each request is checked against GitHub's own description. */
export async function githubReleases(name: string) {
  const repository = `/repos/${name}`;
  const description = githubDescription();
  const releases: { id: number; tag_name: string; body: string }[] = [];
  const tags = new Map<string, string>();
  const faults: string[] = [];
  const server = await serve(async (request, response) => {
    const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
    let text = '';
    for await (const chunk of request) text += String(chunk);
    // The description takes a reference for one part of the path, though there are slashes in it.
    const operation = description.find(method, path.replace(/(?<=\/git\/refs?\/tags)\//, '%2F'));
    faults.push(
      ...(operation === undefined
        ? [`${method} ${path}: GitHub has no such operation`]
        : description.checkRequest(operation, new URLSearchParams(), text)),
      ...(request.headers.authorization === 'Bearer a-token' ? [] : ['without the token']),
    );
    const body = text === '' ? {} : JSON.parse(text);
    const [release, tag] = [
      /\/releases\/(?:tags\/)?([^/]+)$/.exec(path)?.[1],
      /\/git\/refs?\/tags\/(.+)$/.exec(path)?.[1],
    ];
    const found = releases.find(({ id, tag_name }) => tag_name === release || String(id) === release);
    if (method === 'POST' && path === `${repository}/releases`) releases.push({ id: releases.length + 7, ...body });
    else if (method === 'POST' && path === `${repository}/git/refs`)
      tags.set(body.ref.replace('refs/tags/', ''), body.sha);
    else if (found !== undefined && method === 'PATCH') found.body = body.body;
    else if (tag !== undefined && method === 'PATCH' && body.force === true) tags.set(tag, body.sha);
    else if (method !== 'GET' || (found === undefined && !tags.has(tag ?? ''))) {
      return answerJson(response, { message: 'Not Found' }, { status: 404 });
    }
    answerJson(response, found ?? {});
  });
  return Object.assign(server, { releases, tags, faults });
}
