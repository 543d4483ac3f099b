package org.quorate.models.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Action.Communication;
import org.quorate.model.Action.Parameter;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.state.Declarations;
import org.quorate.state.Draft;
import org.quorate.state.Field;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * Processes that crash, up to a budget, and may recover with all that they knew. A crash loses what
 * is on its way to the process; what it has sent stays on its way.
 *
 * @param crashed those that are down
 * @param count the crashes so far, where processes recover; otherwise as many as are down
 */
public record Crashes(int most, Parameter process, SetField crashed, @Nullable Field count) {

  /** What a crash loses. */
  @FunctionalInterface
  public interface Inbox {
    /** Empties every channel to a process. */
    void clear(Draft t, int process);
  }

  /** Which processes say anything at any time, so that it makes no difference if they crash. */
  @FunctionalInterface
  public interface Liars {
    /** Whether a process is Byzantine. */
    boolean has(State s, int process);
  }

  /** The crashes of an environment; null if there are none. */
  public static @Nullable Crashes declare(
      Declarations d, Environment environment, Parameter process) {
    int most = environment.crashes();
    if (most == 0) {
      return null;
    }
    return new Crashes(
        most,
        process,
        d.set("crashed", process.domain()),
        environment.recovery() ? d.field("crashes", Subrange.of("crashes", most + 1)) : null);
  }

  /** Whether a process is up. */
  public boolean isUp(State s, int processId) {
    return !crashed.has(s, processId);
  }

  /** The crashes so far. */
  public int count(State s) {
    return count == null ? crashed.size(s) : count.get(s);
  }

  /** A crash, and the recovery from one where there is any. */
  public List<Action> actions(Inbox inbox, Communication communication) {
    return actions((s, p) -> false, inbox, communication);
  }

  /** As above, where Byzantine processes do not crash. */
  public List<Action> actions(Liars liars, Inbox inbox, Communication communication) {
    List<Action> actions = new ArrayList<>();
    actions.add(
        Action.of("Crash", (s, out) -> crash(s, out, liars, inbox))
            .communicates(communication)
            .with(process.name(), process.domain())
            .needs("the process is not Byzantine", (s, x) -> !liars.has(s, x[0]))
            .needs("the process is up", (s, x) -> isUp(s, x[0]))
            .needs(
                "fewer than %d processes have crashed".formatted(most), (s, x) -> count(s) < most));
    if (count != null) {
      actions.add(
          Action.of("Recover", this::recover)
              .communicates(communication)
              .with(process.name(), process.domain())
              .needs("the process has crashed", (s, x) -> !isUp(s, x[0])));
    }
    return actions;
  }

  private void crash(State s, Successors out, Liars liars, Inbox inbox) {
    for (int p = 0; p < process.domain().size() && count(s) < most; p++) {
      if (isUp(s, p) && !liars.has(s, p)) {
        Draft t = out.begin(p);
        crashed.add(t, p);
        if (count != null) {
          count.set(t, count.get(s) + 1);
        }
        inbox.clear(t, p);
        out.end();
      }
    }
  }

  private void recover(State s, Successors out) {
    for (int p = 0; p < process.domain().size(); p++) {
      if (!isUp(s, p)) {
        crashed.remove(out.begin(p), p);
        out.end();
      }
    }
  }

  /** Who is down, and the crashes so far where that does not say it. */
  public List<View> views() {
    List<View> views = new ArrayList<>();
    views.add(
        new View("down", process.domain(), (s, p) -> isUp(s, p) ? null : "down").asRegister());
    if (count != null) {
      views.add(View.scalar("crashes", count::get));
    }
    return views;
  }
}
