/** Why an address is not fetched, and will not be by asking again at once: told to people as it stands. */
export class Refusal extends Error {}
