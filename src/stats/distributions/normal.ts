/** The 97.5th percentile of the normal distribution: an interval of 95 % reaches so many standard errors either way. */
export const Z_95 = 1.959963984540054;
