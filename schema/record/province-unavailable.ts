/** A province's part of the store did not answer. The rest of an answer stands; it is a fault of the service, not of the asker. */
export class ProvinceUnavailable extends Error {
  override readonly name = 'ProvinceUnavailable';
  /** First two digits of its GB/T 2260 code. */
  readonly province: string;

  constructor(province: string, cause: unknown) {
    super(`Province ${province} does not answer`, { cause });
    this.province = province;
  }
}
