function encode(note, shift) {
  const by = (Number(BigInt(shift) % 26n) + 26) % 26;
  const move = (letter, first) => String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
  return note.replace(/[a-z]/g, letter => move(letter, 97)).replace(/[A-Z]/g, letter => move(letter, 65));
}
