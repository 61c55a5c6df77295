function carry(readings, limit) {
  let last = null;
  let carried = 0;
  return readings.map(reading => {
    if (reading !== null) {
      last = reading;
      carried = 0;
    } else if (carried < limit) {
      carried++;
    } else {
      last = null;
    }
    return last;
  });
}
