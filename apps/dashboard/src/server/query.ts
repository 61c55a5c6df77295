export type Query = Record<string, string | string[] | undefined>;
export type Words = Record<string, string | undefined>;

/** An address's parameters, each once and without spaces around it; empty ones are left out. */
export function queryOf(given: Query): Words {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const word = (Array.isArray(value) ? value[0] : value)?.trim();
      return word ? [[name, word]] : [];
    }),
  );
}

/** A path with those parameters that are given. */
export function withQuery(path: string, query: Words): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

/** A path of this site to go on with; anything else is not followed. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/studio';
}
