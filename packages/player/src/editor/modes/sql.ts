import { sql } from '@codemirror/legacy-modes/mode/sql';

const words = (text: string) => Object.fromEntries(text.split(' ').map(word => [word, true]));

/** SQLite's words. Only the factory is taken from the module, whose lists of thirteen dialects are most of its size. */
export const sqlite = sql({
  keywords: words(
    'abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade case cast check collate column commit conflict constraint create cross current current_date current_time current_timestamp database default deferrable deferred delete desc distinct do drop each else end escape except exclude exclusive exists explain fail filter first following for foreign from full generated glob group groups having if ignore immediate in index indexed inner insert instead intersect into is isnull join key last left like limit match materialized natural no not nothing notnull nulls of offset on or order others outer over partition plan pragma preceding primary query raise range recursive references regexp reindex release rename replace restrict returning right rollback row rows savepoint select set table temp temporary then ties to transaction trigger unbounded union unique update using vacuum values view virtual when where window with without',
  ),
  builtin: words(
    'abs avg blob boolean char coalesce count cume_dist date datetime decimal dense_rank double first_value float group_concat hex ifnull iif instr int integer julianday lag last_value lead length lower ltrim max min nth_value ntile nullif numeric percent_rank printf quote random rank real replace round row_number rtrim sqrt strftime string_agg substr substring sum text time total trim typeof upper varchar',
  ),
  atoms: words('null true false'),
  operatorChars: /^[*+\-%<>!=&|/~]/,
  dateSQL: words('date time timestamp datetime'),
  support: words('decimallessFloat zerolessFloat'),
});
