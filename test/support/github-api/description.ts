import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isObject, type Json, type JsonObject, jsonSchemaOf } from './json-schema.ts';

/** One operation of GitHub's API that fits a request. */
export interface Operation {
  /** `/repos/{owner}/{repo}/releases`. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly description: JsonObject;
}

export interface ApiDescription {
  find(method: string, path: string): Operation | undefined;
  /** What is wrong with a request, seen by the description; nothing when it is right. */
  checkRequest(operation: Operation, query: URLSearchParams, body: string): string[];
  checkAnswer(operation: Operation, status: number, body: Json | undefined): string[];
  /** One of the description's own examples. */
  example(name: string): Json;
}

/** GitHub's own description of its REST API, as https://github.com/github/rest-api-description publishes it. */
export function githubDescription(): ApiDescription {
  const path = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  const document: Json = JSON.parse(readFileSync(path, 'utf8'));
  return descriptionFrom(document);
}

/** GitHub's own: `owner/name`. */
const formats = { 'repo.nwo': true } as const;

export function descriptionFrom(document: Json): ApiDescription {
  const ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true, formats });
  addFormats.default(ajv);
  const coercing = new Ajv({ strict: false, coerceTypes: true, formats });
  addFormats.default(coercing);
  const compiled = new Map<string, ValidateFunction>();
  const templates = Object.keys(childObject(document, 'paths')).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/[.+]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }));

  const resolveReference = (value: Json | undefined): Json | undefined => {
    if (!isObject(value) || typeof value.$ref !== 'string') return value;
    return resolveReference(at(document, value.$ref.split('/').slice(1)));
  };

  const validate = (schema: Json, value: Json): string[] => {
    const key = JSON.stringify(schema);
    const check = compiled.get(key) ?? ajv.compile(standalone(document, schema));
    compiled.set(key, check);
    check(value);
    return (check.errors ?? []).map((error) => `${error.instancePath || 'it'} ${error.message}`);
  };

  return {
    find: (method, path) => {
      const found = templates.flatMap(({ template, pattern }) => {
        const match = pattern.exec(path);
        const description = match && at(document, ['paths', template, method.toLowerCase()]);
        return match && isObject(description) ? [{ template, parameters: { ...match.groups }, description }] : [];
      });
      // A fixed word is meant before a placeholder: /releases/latest before /releases/{release_id}.
      return found.toSorted((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
    },
    checkRequest: ({ description, parameters }, query, body) => {
      const described = list(description.parameters).flatMap((given) => {
        const parameter = resolveReference(given);
        return isObject(parameter) ? [parameter] : [];
      });
      const faults: string[] = [];
      for (const [name, text] of [...query, ...Object.entries(parameters)]) {
        const parameter = described.find((one) => one.name === name && one.in !== 'header');
        if (parameter === undefined) {
          faults.push(`the parameter ${name} is not known`);
          continue;
        }
        const wrapped = { type: 'object', properties: { value: jsonSchemaOf(parameter.schema ?? {}) } };
        const isRight = coercing.compile(standalone(document, wrapped));
        if (!isRight({ value: text })) faults.push(`the parameter ${name} may not be "${text}"`);
      }
      for (const { name, required } of described) {
        if (required === true && typeof name === 'string' && !query.has(name) && !Object.hasOwn(parameters, name)) {
          faults.push(`the parameter ${name} is missing`);
        }
      }
      const bodySchema = at(resolveReference(description.requestBody), ['content', 'application/json', 'schema']);
      if (body !== '' && bodySchema === undefined) faults.push('a body is not expected');
      if (bodySchema !== undefined) faults.push(...validate(bodySchema, body === '' ? {} : JSON.parse(body)));
      return faults;
    },
    checkAnswer: ({ description }, status, body) => {
      const answer = resolveReference(at(description, ['responses', String(status)]));
      // Errors and redirections that any request may meet are not repeated for each one; all have the same shape.
      const undescribed = status >= 400 || status === 301 ? { $ref: '#/components/schemas/basic-error' } : undefined;
      if (answer === undefined && undescribed === undefined) return [`the status ${status} is not described`];
      const schema = at(answer, ['content', 'application/json', 'schema']) ?? undescribed;
      if (schema === undefined) return body === undefined ? [] : ['a body is not described'];
      return body === undefined ? ['the body is missing'] : validate(schema, body);
    },
    example: (name) => at(document, ['components', 'examples', name, 'value']) ?? null,
  };
}

/** A schema with just those parts of the description that it refers to. */
function standalone(document: Json, schema: Json): JsonObject {
  const schemas: Record<string, Json> = {};
  const collect = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isObject(value)) return;
    const name = typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
    if (name !== undefined && !Object.hasOwn(schemas, name)) {
      const referred = at(document, ['components', 'schemas', name]) ?? {};
      schemas[name] = jsonSchemaOf(referred);
      collect(referred);
    }
    Object.values(value).forEach(collect);
  };
  collect(schema);
  return { allOf: [jsonSchemaOf(schema)], components: { schemas } };
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((part, key) => (isObject(part) ? part[key] : undefined), value);
}

function childObject(value: Json, key: string): JsonObject {
  const child = at(value, [key]);
  return isObject(child) ? child : {};
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
