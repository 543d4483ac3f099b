package org.quorate.state;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a model declares its variables. Used inside {@link StateLayout#declare}, which calls the
 * declaring function twice: once to learn the shapes, and once more to hand out the placed handles.
 */
public abstract class Declarations {

  private final Set<String> names = new HashSet<>();

  Declarations() {}

  abstract Variable place(Shape shape);

  private Variable declare(String name, Domain rows, Domain columns, Domain element) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two variables are called " + name);
    }
    return place(new Shape(name, rows, columns, element));
  }

  /** One element. */
  public Field field(String name, Domain element) {
    return new Field(declare(name, Variable.UNIT, Variable.UNIT, element));
  }

  /** An element for each index. */
  public FieldArray array(String name, Domain index, Domain element) {
    return new FieldArray(declare(name, index, Variable.UNIT, element));
  }

  /** An element for each row and column. */
  public FieldMatrix matrix(String name, Domain rows, Domain columns, Domain element) {
    return new FieldMatrix(declare(name, rows, columns, element));
  }

  /** A set of elements of {@code members}. */
  public SetField set(String name, Domain members) {
    return new SetField(declare(name, Variable.UNIT, members, Variable.BIT));
  }

  /** A set of elements of {@code members} for each index. */
  public SetArray sets(String name, Domain index, Domain members) {
    return new SetArray(declare(name, index, members, Variable.BIT));
  }
}
