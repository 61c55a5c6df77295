function speed(distances, hours) {
  let distance = 0;
  let time = 0;
  for (let i = 0; i < hours.length; i++) {
    distance += distances[i];
    time += hours[i];
  }
  return time > 0 ? distance / time : 0;
}
