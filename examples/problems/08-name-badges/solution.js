function badge(first, nickname, last) {
  if (nickname === null || nickname === '') return `${first} ${last}`;
  const plain = nickname.replaceAll('"', "'");
  return `${first} "${plain}" ${last}`;
}
