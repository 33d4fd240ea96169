import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/aws/environment.ts
function environmentRegion(environment) {
  return environment.AWS_REGION || environment.AWS_DEFAULT_REGION || void 0;
}
function environmentCredentials(environment) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return void 0;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }
  };
}

// src/world/aws/request-handler.ts
import { Readable } from "node:stream";
var ownHeaders = /* @__PURE__ */ new Set(["host", "content-length", "expect"]);
function requestHandler(fetch) {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request, { abortSignal } = {}) => {
      const headers = Object.entries(request.headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()));
      const response = await fetch(addressOf(request), {
        method: request.method,
        headers: [...headers, ["accept-encoding", "identity"]],
        redirect: "manual",
        ...request.body !== void 0 && request.body.length > 0 && { body: request.body },
        ...abortSignal && { signal: abortSignal }
      });
      const body = response.body === null ? Readable.from([]) : Readable.from(response.body);
      return {
        response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body }
      };
    },
    updateHttpClientConfig: () => void 0,
    httpHandlerConfigs: () => ({})
  };
}
function addressOf({ protocol, hostname, port, path, query = {} }) {
  const search = Object.entries(query).flatMap(([name, value]) => {
    if (value === null) return [encoded(name)];
    return [value].flat().map((each) => `${encoded(name)}=${encoded(each)}`);
  });
  const host = port === void 0 ? hostname : `${hostname}:${port}`;
  return `${protocol}//${host}${path}${search.length === 0 ? "" : `?${search.join("&")}`}`;
}
function encoded(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

export {
  environmentRegion,
  environmentCredentials,
  requestHandler
};
