function waits(arrivals, services) {
  let free = 0n;
  return arrivals.map((minute, i) => {
    const arrival = BigInt(minute);
    const start = free > arrival ? free : arrival;
    free = start + BigInt(services[i]);
    return start - arrival;
  });
}
