function winner(ballots) {
  const votes = new Map();
  for (const name of ballots) {
    if (name !== '') votes.set(name, (votes.get(name) ?? 0) + 1);
  }
  let best = 0;
  let leader = null;
  for (const [name, count] of votes) {
    if (count > best) {
      best = count;
      leader = name;
    } else if (count === best) {
      leader = null;
    }
  }
  return leader;
}
