/** Brings a part of a scrolling region to its middle. Only the region moves: the reader's place on the page stays. */
export function scrollWithin(region: Element | null | undefined, part: Element | null | undefined): void {
  if (region == null || part == null) return;
  const [outer, inner] = [region.getBoundingClientRect(), part.getBoundingClientRect()];
  region.scrollTop += inner.top - outer.top - (region.clientHeight - inner.height) / 2;
  if (inner.right > outer.right || inner.left < outer.left)
    region.scrollLeft += inner.left - outer.left - (region.clientWidth - inner.width) / 2;
}
