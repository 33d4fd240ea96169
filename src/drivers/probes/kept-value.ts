import { randomBytes, scryptSync } from 'node:crypto';
import { canonicalJson } from '../../core/model/digest.ts';

/*
 * What the journal keeps of a value that must stay the same. A reader of the journal can try all values that it may
 * have had: each attempt takes as long as this does, and since each value has its own salt, no work is shared.
 */
const form = 'scrypt';
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const bytes = 24;

/**
 * @param was what is kept of the earlier value: equal to what is returned if the value is the same
 * @returns undefined if that was kept in another form
 */
export function keptOf(value: unknown, was?: string): string | undefined {
  const [itsForm, itsSalt = '', ...rest] = was?.split(':') ?? [form, randomBytes(16).toString('base64url'), ''];
  if (itsForm !== form || rest.length !== 1) return undefined;
  const hash = scryptSync(canonicalJson(value), itsSalt, bytes, cost).toString('base64url');
  return [form, itsSalt, hash].join(':');
}
