/** A name for a variable out of an id: `first-review` becomes `firstReview`. */
export const camel = (id: string): string =>
  id
    .replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase())
    .replace(/^[A-Z]/, first => first.toLowerCase())
