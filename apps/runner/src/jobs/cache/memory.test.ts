import { expect, test } from 'vitest';
import { MemoryCache } from './memory.ts';

test('the entry unused for longest goes first, and only when bytes run out', () => {
  const cache = new MemoryCache<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
});

test('a value set again counts once', () => {
  const cache = new MemoryCache<string>(10);
  cache.set('a', 'A', 6);
  cache.set('a', 'B', 6);
  cache.set('b', 'C', 4);
  expect([cache.get('a'), cache.get('b')]).toEqual(['B', 'C']);
});

test('what is larger than the cache is not kept, and takes nothing else with it', () => {
  const cache = new MemoryCache<string>(10);
  cache.set('a', 'A', 5);
  cache.set('b', 'B', 11);
  expect([cache.get('a'), cache.get('b')]).toEqual(['A', undefined]);
});
