package org.quorate.quorum;

/** The syntax tree of a formula. */
interface Expression {

  /**
   * What this means in a domain.
   *
   * @throws FormulaException if the domain lacks a product or a quotient that occurs here
   */
  <V> V in(Arithmetic<V> domain);

  /** An operation of every domain on one value. */
  interface Unary {
    <V> V apply(Arithmetic<V> domain, V value);
  }

  /** An operation of every domain on two values. */
  interface Binary {
    <V> V apply(Arithmetic<V> domain, V left, V right);
  }

  /** A whole number. */
  record Numeral(long value) implements Expression {
    @Override
    public <V> V in(Arithmetic<V> domain) {
      return domain.number(value);
    }
  }

  /** A variable. */
  record Variable(String name) implements Expression {
    @Override
    public <V> V in(Arithmetic<V> domain) {
      return domain.variable(name);
    }
  }

  /** An operation on one part. */
  record OfOne(Unary operation, Expression part) implements Expression {
    @Override
    public <V> V in(Arithmetic<V> domain) {
      return operation.apply(domain, part.in(domain));
    }
  }

  /**
   * An operation on two parts.
   *
   * @param text how it was spelled, for errors
   */
  record OfTwo(Binary operation, Expression left, Expression right, String text)
      implements Expression {
    @Override
    public <V> V in(Arithmetic<V> domain) {
      V first = left.in(domain);
      V second = right.in(domain);
      try {
        return operation.apply(domain, first, second);
      } catch (ArithmeticException e) {
        throw new FormulaException("'%s' %s".formatted(text, e.getMessage()));
      }
    }
  }
}
