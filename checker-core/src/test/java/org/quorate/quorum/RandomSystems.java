package org.quorate.quorum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.quorate.quorum.Gate.Input;

/** Quorum systems and adversaries of all shapes, the same for the same seed. */
final class RandomSystems {

  private final Random random;
  private final int processes;

  RandomSystems(long seed, int processes) {
    this.random = new Random(seed);
    this.processes = processes;
  }

  Composite next() {
    return new Composite(
        IntStream.rangeClosed(1, processes).mapToObj(i -> "p" + i).toList(), gate(2));
  }

  private Gate gate(int depth) {
    List<Input> inputs = new ArrayList<>();
    int count = Math.min(processes, 2 + random.nextInt(processes));
    List<Integer> leaves = new ArrayList<>(IntStream.range(0, processes).boxed().toList());
    Collections.shuffle(leaves, random);
    for (int i = 0; i < count; i++) {
      boolean nests = leaves.isEmpty() || (depth > 0 && random.nextInt(3) == 0);
      Member member =
          nests ? gate(Math.max(0, depth - 1)) : new Member.Leaf(leaves.remove(leaves.size() - 1));
      inputs.add(new Input(member, random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1));
    }
    int weight = inputs.stream().mapToInt(Input::weight).sum();
    return new Gate(1 + random.nextInt(weight), inputs);
  }

  Faults faults() {
    if (random.nextBoolean()) {
      int b = random.nextInt(3);
      return Faults.hybrid(b, random.nextInt(3));
    }
    return Faults.together(sets(), sets());
  }

  private List<ProcessSet> sets() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> ProcessSet.of(random.nextInt(1 << processes)))
        .toList();
  }
}
