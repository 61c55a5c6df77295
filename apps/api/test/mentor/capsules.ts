import ferries from '../../../../examples/javascript/03-the-cheapest-ferry.json';
import words from '../../../../examples/python/06-word-counts.json';
import bookings from '../../../../examples/python/07-merge-the-bookings.json';
import bills from '../../../../examples/store/03-what-a-job-costs.json';

interface Target {
  document: { solution: string; hints: string[] };
  /** The same solved in another language. */
  translated: string;
  /** What only a hidden test shows. */
  hidden: string;
  /** What somebody who learns may have written. */
  code: string;
  /** What a good mentor might say of it. */
  honest: string[];
}

/** A function, another, a program and a query, with no hints of their own: the model is asked at once. */
export const TARGETS: Target[] = [
  {
    document: { ...words.capsule, hints: [] },
    translated:
      'function wordCounts(text, stop, fold) {\n  const ignored = new Set(stop.map(w => w.toLowerCase()));\n  const counts = {};\n  for (const w of text.match(/[A-Za-z]+/g) ?? []) {\n    if (ignored.has(w.toLowerCase())) continue;\n    const key = fold ? w.toLowerCase() : w;\n    counts[key] = (counts[key] ?? 0) + 1;\n  }\n  return counts;\n}',
    hidden: "it's 3x3 o'clock, Ann's x-ray",
    code: 'def word_counts(text, stop_words, fold_case):\n    counts = {}\n    for word in text.split(" "):\n        if word in stop_words:\n            continue\n        counts[word] = counts.get(word, 0) + 1\n    return counts\n',
    honest: [
      'You split the text at blanks. Which other characters may stand between two words in this exercise?',
      'Your line `for word in text.split(" "):` leaves the comma on `Tea,`. What would the word be then?',
      'Look at `if word in stop_words`: does it find `AND` when the text has `and`?',
      'The parameter `fold_case` is not used anywhere in your code yet. Where does the statement say it matters?',
      'Counting with `counts.get(word, 0) + 1` is right. The trouble comes before it: what you take for a word.',
      'Try your function by hand with the visible example and write down each value of `word`.',
      'First find all runs of letters, then drop the stop words whatever their case, then decide under which spelling a word is counted.',
      'Digits separate words too. What does your code do with a text such as a1b?',
      'Think of a tool of the standard library that finds all pieces of a text that match a pattern.',
      'Your code is close: the loop and the dictionary are fine. Only two of the three rules are missing.',
    ],
  },
  {
    document: { ...bookings.capsule, hints: [] },
    translated:
      'const merge = list => {\n  const out = [];\n  for (const [a, b] of list.slice().sort((x, y) => x[0] - y[0])) {\n    const last = out.at(-1);\n    if (last && a <= last[1]) last[1] = Math.max(last[1], b);\n    else out.push([a, b]);\n  }\n  return out;\n};',
    hidden: '[[100, 900], [200, 300], [350, 880], [950, 960]]',
    code: 'def merge_bookings(bookings):\n    merged = []\n    for start, end in bookings:\n        if merged and start < merged[-1][1]:\n            merged[-1][1] = end\n        else:\n            merged.append([start, end])\n    return merged\n',
    honest: [
      'The bookings come in any order. What does your loop take for granted about `start`?',
      'When two bookings touch, is `start < merged[-1][1]` true? Take the end of one and the beginning of the other.',
      'Look at `merged[-1][1] = end`. What happens if the new booking ends before the one it lies in?',
      'Draw three bookings on a line, one inside another, and follow your code with a finger.',
      'Your idea of comparing only with the last merged booking is good, once they arrive in the right order.',
      'Two things are missing: an order before the loop, and care that a merged booking never gets shorter.',
      'Which of two ends should stay when bookings overlap: always the new one?',
      'Sort first; then walk through them, and whenever one begins no later than the last one ends, keep the later of the two ends.',
      'Say in words when two bookings belong together. Then compare that sentence with your condition.',
      'With an empty list your function gives an empty list, which is right. Test it next with two bookings in the wrong order.',
    ],
  },
  {
    document: { ...ferries.capsule, hints: [] },
    translated:
      'import heapq\ndef cheapest(start, goal):\n    heap = [(0, 1, start)]\n    done = set()\n    while heap:\n        price, count, path = heapq.heappop(heap)\n        at = path.split("-")[-1]\n        if at == goal:\n            return f"{price} {path}"\n        if at in done:\n            continue\n        done.add(at)\n        for to, cost in ferries.get(at, []):\n            heapq.heappush(heap, (price + cost, count + 1, path + "-" + to))\n    return "none"',
    hidden: '5 a-b-d\n5 c-d-a\n5 b-d-a-c',
    code: "const { readFileSync } = require('node:fs');\nconst lines = readFileSync(0, 'utf8').trim().split('\\n');\nfunction walk(from, to, price, seen) {\n  if (from === to) return price;\n  // try each ferry\n  return Infinity;\n}\n",
    honest: [
      'Your `walk` gives back a price. What else does the answer need besides the price?',
      'Which journey do you want to look at next: any, or the cheapest that you know so far?',
      'Nothing in your code reads the numbers in the first line yet. What do they tell you about the lines that follow?',
      'A ferry sails one way. Make sure that your table of ferries doesn’t hold the way back as well.',
      'When two journeys cost the same, the statement names two further rules. Where will you compare them?',
      'Keep a list of journeys begun, take the best out of it, and lengthen it by every ferry that leaves from there.',
      'What should be printed when `from` and `to` are the same island that has no ferry at all?',
      'Going deep first, as `walk` does, finds some journey. How would you know that it is the cheapest?',
      'Once an island was reached in the best way, need you look at it again?',
      'Write the comparison of two journeys as a function of its own: price, then number of ferries, then the text.',
    ],
  },
  {
    document: { ...bills.capsule, hints: [] },
    translated:
      'for job in jobs:\n    if job.closed_on is None:\n        continue\n    parts = sum(p.quantity * price[p.part_id] for p in job_parts if p.job_id == job.id)\n    result.append((job.id, owner[job.bike_id], round((job.labour_cents + parts) / 100, 2)))\nresult.sort(key=lambda row: (-row[2], -row[0]))',
    hidden: 'UPDATE part SET price_cents = price_cents * 2 - 1;',
    code: 'SELECT job.id, bike.owner, SUM(part.price_cents) / 100\nFROM job JOIN bike ON bike.id = job.bike_id\nJOIN job_part ON job_part.job_id = job.id\nJOIN part ON part.id = job_part.part_id\nGROUP BY job.id\n',
    honest: [
      'Which jobs disappear from your result because they used no parts at all?',
      'Your sum looks at the price alone. What else does the statement multiply it with?',
      'Dividing whole numbers gives a whole number here. What happens to the cents?',
      'The labour is missing from your sum. Is it to be counted once a job, or once a part?',
      'The statement asks for finished jobs only. Which column tells that, and what does it hold otherwise?',
      'An inner join keeps only rows with a partner. Is there a join that keeps the jobs without?',
      'A sum over no rows is NULL. What is NULL plus the labour?',
      'Take one job with two parts and work out its bill on paper, then compare it with your row.',
      'Sort by the cost first, the highest on top, and think of what happens when two jobs cost the same.',
      'Your GROUP BY is right. Work on what goes into the sum and on which jobs come into it.',
    ],
  },
];
