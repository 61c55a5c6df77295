function rush(times, span) {
  let most = 0;
  let first = 0;
  for (let last = 0; last < times.length; last++) {
    while (times[last] - times[first] >= span) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
