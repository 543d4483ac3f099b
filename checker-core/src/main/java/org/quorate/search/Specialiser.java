package org.quorate.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import org.quorate.model.Action;
import org.quorate.model.Partition;
import org.quorate.model.StatePredicate;
import org.quorate.state.State;
import org.quorate.symmetry.Canonicaliser;

/**
 * Wraps an action body, a predicate or a canonicaliser in a class of its own, whose static final
 * field it is.
 *
 * <p>The just-in-time compiler takes it for a constant there, and trusts the final fields of the
 * lambdas and records that it is made of; so the shifts, masks and sizes behind every handle become
 * constants in the machine code, as if they had been written out by hand. It also keeps the
 * profiles of different actions apart. The model's source knows nothing of it.
 */
final class Specialiser {

  private Specialiser() {}

  static Action.Body specialise(Action.Body body) {
    return (Action.Body) wrap(ConstantBody.class, body);
  }

  static StatePredicate specialise(StatePredicate predicate) {
    return (StatePredicate) wrap(ConstantPredicate.class, predicate);
  }

  static Partition.Classifier specialiseClassifier(Partition.Classifier classifier) {
    return (Partition.Classifier) wrap(ConstantClassifier.class, classifier);
  }

  static Canonicaliser specialise(Canonicaliser canonicaliser) {
    return (Canonicaliser) wrap(ConstantCanonicaliser.class, canonicaliser);
  }

  private static Object wrap(Class<?> template, Object constant) {
    try (InputStream in = template.getResourceAsStream(template.getSimpleName() + ".class")) {
      if (in == null) {
        throw new IllegalStateException("no class file of " + template);
      }
      Lookup wrapper =
          MethodHandles.lookup().defineHiddenClassWithClassData(in.readAllBytes(), constant, true);
      return wrapper
          .findConstructor(wrapper.lookupClass(), MethodType.methodType(void.class))
          .invoke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot specialise " + template, e);
    }
  }
}

/** The template of a class around one action body. */
final class ConstantBody implements Action.Body {

  private static final Action.Body BODY = ClassData.of(MethodHandles.lookup(), Action.Body.class);

  @Override
  public void generate(State s, org.quorate.model.Successors out) {
    BODY.generate(s, out);
  }
}

/** The template of a class around one predicate. */
final class ConstantPredicate implements StatePredicate {

  private static final StatePredicate PREDICATE =
      ClassData.of(MethodHandles.lookup(), StatePredicate.class);

  @Override
  public boolean test(State s) {
    return PREDICATE.test(s);
  }
}

/** The template of a class around one classifier. */
final class ConstantClassifier implements Partition.Classifier {

  private static final Partition.Classifier CLASSIFIER =
      ClassData.of(MethodHandles.lookup(), Partition.Classifier.class);

  @Override
  public int classOf(State s) {
    return CLASSIFIER.classOf(s);
  }
}

/** The template of a class around one canonicaliser. */
final class ConstantCanonicaliser implements Canonicaliser {

  private static final Canonicaliser CANONICALISER =
      ClassData.of(MethodHandles.lookup(), Canonicaliser.class);

  @Override
  public Scratch newScratch() {
    return CANONICALISER.newScratch();
  }

  @Override
  public void canonicalise(long[] state, Scratch scratch) {
    CANONICALISER.canonicalise(state, scratch);
  }

  @Override
  public long orbitSize(long[] representative, Scratch scratch) {
    return CANONICALISER.orbitSize(representative, scratch);
  }
}

/** Reads the constant that a wrapper class was defined with. */
final class ClassData {

  private ClassData() {}

  static <T> T of(Lookup lookup, Class<T> type) {
    try {
      return MethodHandles.classData(lookup, "_", type);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
