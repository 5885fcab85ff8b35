/** A word of the program, not of the language: a path, an attribute's value. It is the same in every language. */
type IsAscii<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Printable
    ? IsAscii<Rest>
    : false
  : true;

type Letter = 'a b c d e f g h i j k l m n o p q r s t u v w x y z' extends infer All
  ? Split<All & string, ' '>
  : never;
type Printable = Letter | Uppercase<Letter> | Split<'0 1 2 3 4 5 6 7 8 9 / # - _ . : ?', ' '> | ' ';
type Split<Text extends string, By extends string> = Text extends `${infer First}${By}${infer Rest}`
  ? First | Split<Rest, By>
  : Text;

type Text<Said extends string> = string extends Said ? string : IsAscii<Said> extends true ? Said : string;

/**
 * What another language has to say where the first says `T`: the same keys, no more and no fewer, lists as long, functions
 * of the same values. `satisfies Words<typeof zh.SITE>` makes a type error of a key that is missing or that nobody asks for.
 */
export type Words<T> = T extends (...values: infer Values) => string
  ? (...values: Values) => string
  : T extends string
    ? Text<T>
    : { readonly [Key in keyof T]: Words<T[Key]> };
