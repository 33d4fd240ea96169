const codes = ['42883', '42P01', '42704'];

/** Whether the server says of a function or operator, a table or a type that nothing of this name is in the search path. */
export function isUnknownName(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && codes.includes(String(cause.code));
}
