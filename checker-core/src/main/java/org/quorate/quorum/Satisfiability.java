package org.quorate.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.CType;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.handlers.TimeoutHandler.TimerType;
import org.logicng.handlers.TimeoutSATHandler;
import org.logicng.solvers.MiniSat;
import org.quorate.quorum.Adversary.AtMost;
import org.quorate.quorum.Adversary.Within;
import org.quorate.quorum.Gate.Input;
import org.quorate.quorum.Member.Leaf;

/**
 * Any system, by a search of a SAT solver for a witness. A gate becomes a variable that implies a
 * linear constraint over its inputs; gates are monotone, so one direction is enough.
 */
final class Satisfiability implements Decider {

  private static final long TIMEOUT_MILLIS = 60_000;

  /** Constraints over larger weights take minutes to write down as clauses. */
  private static final int MOST_WEIGHT = 5_000;

  @Override
  public String name() {
    return "SAT";
  }

  @Override
  public boolean canDecide(QuorumCheck check) {
    return check.phase1().processes() <= QuorumSystem.MAX_ENUMERABLE;
  }

  @Override
  public Optional<Overlap> overlap(QuorumCheck check) {
    Question question = new Question(check.phase1().processes());
    List<Variable> first = question.set("first");
    List<Variable> second = question.set("second");
    List<Variable> lie = question.set("lie");
    question.satisfies(check.phase1().gate(), first);
    question.satisfies(check.phase2().gate(), second);
    for (int p = 0; p < lie.size(); p++) {
      question.require(question.f.clause(not(first.get(p)), not(second.get(p)), lie.get(p)));
    }
    question.admitted(check.faults().liars(), lie);
    return question
        .answer()
        .map(a -> new Overlap(shrunk(check.phase1(), a, first), shrunk(check.phase2(), a, second)));
  }

  /** A quorum without the processes that it does not need. */
  private static ProcessSet shrunk(QuorumSystem system, Assignment answer, List<Variable> set) {
    long members = chosen(answer, set);
    for (int p = 0; p < set.size(); p++) {
      long without = members & ~(1L << p);
      members = system.isQuorum(without) ? without : members;
    }
    return ProcessSet.of(members);
  }

  @Override
  public Optional<ProcessSet> blocking(QuorumSystem system, Adversary faulty) {
    Question question = new Question(system.processes());
    List<Variable> fail = question.set("fail");
    question.satisfies(system.gate().dual(), fail);
    question.admitted(faulty, fail);
    return question.answer().map(a -> ProcessSet.of(chosen(a, fail)));
  }

  private static long chosen(Assignment answer, List<Variable> set) {
    return IntStream.range(0, set.size())
        .filter(p -> answer.evaluateLit(set.get(p)))
        .mapToLong(p -> 1L << p)
        .sum();
  }

  private static Literal not(Variable variable) {
    return variable.negate();
  }

  /** Constraints on sets of processes, and the search for sets that meet them. */
  private static final class Question {

    private final FormulaFactory f = new FormulaFactory();
    private final MiniSat solver = MiniSat.miniSat(f);
    private final int processes;
    private int gates;

    Question(int processes) {
      this.processes = processes;
    }

    /** One variable for each process: whether it is in the set. */
    List<Variable> set(String name) {
      return IntStream.range(0, processes).mapToObj(p -> f.variable(name + "_" + p)).toList();
    }

    void require(Formula formula) {
      solver.add(formula);
    }

    /** The set must satisfy the gate. */
    void satisfies(Gate gate, List<Variable> set) {
      require(variable(gate, set));
    }

    /** A variable that implies that the set satisfies the gate. */
    private Variable variable(Gate gate, List<Variable> set) {
      if (gate.weight() > MOST_WEIGHT) {
        throw new UndecidedException(
            "the weights of a system with so many quorums must add up to at most %,d, not %,d"
                .formatted(MOST_WEIGHT, gate.weight()));
      }
      Variable implied = f.variable("gate_" + gates++);
      List<Literal> literals = new ArrayList<>(List.of(implied.negate()));
      List<Integer> weights = new ArrayList<>(List.of(gate.threshold()));
      for (Input input : gate.members()) {
        literals.add(
            input.member() instanceof Gate inner
                ? variable(inner, set)
                : set.get(((Leaf) input.member()).process()));
        weights.add(input.weight());
      }
      require(f.pbc(CType.GE, gate.threshold(), literals, weights));
      return implied;
    }

    /** The adversary must admit the set. */
    void admitted(Adversary adversary, List<Variable> set) {
      if (adversary instanceof AtMost atMost) {
        require(f.cc(CType.LE, atMost.count(), set));
        return;
      }
      List<Variable> choices = new ArrayList<>();
      for (ProcessSet within : allowed((Within) adversary)) {
        Variable choice = f.variable("within_" + choices.size());
        choices.add(choice);
        IntStream.range(0, processes)
            .filter(p -> !within.contains(p))
            .forEach(p -> require(f.clause(not(choice), not(set.get(p)))));
      }
      require(f.clause(choices));
    }

    private static List<ProcessSet> allowed(Within within) {
      return Stream.concat(within.sets().stream(), Stream.of(ProcessSet.of(0))).toList();
    }

    Optional<Assignment> answer() {
      Tristate found = solver.sat(new TimeoutSATHandler(TIMEOUT_MILLIS, TimerType.SINGLE_TIMEOUT));
      if (found == Tristate.UNDEF) {
        throw new UndecidedException(
            "the SAT solver found no answer in %d s".formatted(TIMEOUT_MILLIS / 1000));
      }
      return found == Tristate.TRUE ? Optional.of(solver.model()) : Optional.empty();
    }
  }
}
