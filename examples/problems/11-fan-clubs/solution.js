function clubs(likes) {
  const fans = new Map();
  for (const person of Object.keys(likes).sort()) {
    for (const band of likes[person]) {
      if (!fans.has(band)) fans.set(band, []);
      const club = fans.get(band);
      if (!club.includes(person)) club.push(person);
    }
  }
  return fans;
}
