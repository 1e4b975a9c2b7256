using MspBot.Data.Consultations.Hours;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Conversations;
using MspBot.Data.Meetings;
using MspBot.Data.People.Roles;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Groups;
using MspBot.Domain.Notices;
using MspBot.Domain.People;

namespace MspBot.Data.Consultations.Groups;

/// <summary>
/// Writes groups. Lock order: the group's row, under which each action is decided, then its members' requests in the order of their
/// numbers, then the tutor's times. The database itself refuses a second meeting of the tutor at the same time.
/// </summary>
public sealed class GroupStore(DbSession session, HoursReader hours, RoleStore roles)
{
    /// <summary>Makes a group and invites those whose requests are still open.</summary>
    public async Task<GroupResult> Open(GroupDraft draft, DateTimeOffset now)
    {
        if (draft.Check(now) is { } refusal) return GroupResult.Refuse(refusal);
        // Held still: who takes the role away in the same instant waits, and finds this group.
        if (!await roles.Holds(draft.Tutor, Role.Tutor) || await hours.Times(draft.Tutor) is not { } times)
            return GroupResult.Refuse(GroupRefusal.NoTutor);
        long id = 0;
        var taken = await TimeWriter.Try(session, async () =>
        {
            id = await session.Value<long>("""
                insert into consultation (kind, tutor_id, topic, subject, state, starts_at, ends_at, seats, least, agree_by, created_at,
                    asked_at)
                values ('Group', @Tutor, @About, @Subject, 'Inviting', @StartsAt, @StartsAt + make_interval(mins => @Minutes), @Seats,
                    @MinParticipants, @AgreeBy, @now, @now)
                returning id
                """, new
            {
                draft.Tutor,
                draft.About,
                draft.Subject,
                draft.StartsAt,
                times.Minutes,
                draft.Seats,
                draft.MinParticipants,
                draft.AgreeBy,
                now
            });
            await TimeWriter.Lock(session, draft.Tutor);
            await TimeWriter.Add(session, new(id), draft.Tutor, TimeKind.Agreed, [draft.StartsAt], times.Minutes, times.BreakMinutes);
        });
        if (taken is not null) return await Taken(null, draft.Tutor, draft.StartsAt, times.Minutes);
        await session.Execute("""
            insert into consultation_member (consultation_id, person_id, request_id, state, at)
            select distinct on (c.teacher_id) @id, c.teacher_id, c.id, 'Invited', @now
            from consultation c
            join person p on p.id = c.teacher_id and p.erased_at is null
            where c.id = any(@requests) and c.state in ('Requested', 'Offered', 'Waiting') and c.teacher_id <> @Tutor
            order by c.teacher_id, c.id
            """, new { id, requests = draft.Requests.Select(r => r.Value).ToArray(), draft.Tutor, now });
        return new(null, null, await GroupQuery.Find(session, new(id)));
    }

    /// <summary>«Участвовать»: the last seat taken confirms the group.</summary>
    public Task<GroupResult> Agree(ConsultationId id, PersonId person, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckAgreeing(it.Facts, person, it.StateOf(person), now), async it =>
        {
            await session.Execute("""
                insert into consultation_member (consultation_id, person_id, state, at)
                values (@id, @person, 'Agreed', @now)
                on conflict (consultation_id, person_id) do update set state = 'Agreed', at = @now
                """, new { id, person, now });
            var facts = it.Facts with { Agreed = it.Facts.Agreed + 1 };
            if (GroupRules.Decide(facts, now) == ConsultationState.Confirmed) await Confirm(id, now);
            return RequestOf(it, person) is { } request && await GroupRequests.Take(session, request, id, now) ? [request] : [];
        });

    /// <summary>«Не могу»: a request that went into the group goes on by itself.</summary>
    public Task<GroupResult> Decline(ConsultationId id, PersonId person, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckDeclining(it.Facts, it.StateOf(person), now), async it =>
        {
            await session.Execute(
                "update consultation_member set state = 'Declined', at = @now where consultation_id = @id and person_id = @person",
                new { id, person, now });
            if (RequestOf(it, person) is not { } request) return [];
            if (await GroupRequests.Return(session, request, id, now)) return [request];
            await GroupRequests.Restart(session, request, it.TutorId, now);
            return [];
        });

    public Task<GroupResult> Confirm(ConsultationId id, PersonId by, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckConfirming(it.Facts, by, now), async _ =>
        {
            await Confirm(id, now);
            return [];
        });

    public Task<GroupResult> Cancel(ConsultationId id, PersonId by, string? reason, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckCancelling(it.Facts, by, now), it => Close(it, reason, now));

    /// <summary>Another time of the same tutor; those who agreed stay in.</summary>
    public Task<GroupResult> Move(ConsultationId id, PersonId by, DateTimeOffset start, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckMoving(it.Facts, by, start, now), async it =>
        {
            WithdrawInvitations(it);
            await TimeWriter.Lock(session, by);
            await TimeWriter.DropAll(session, id);
            await TimeWriter.Add(session, id, by, TimeKind.Agreed, [start], it.Minutes, it.BreakMinutes);
            await session.Execute("""
                update consultation
                set starts_at = @start, ends_at = @start + make_interval(mins => @Minutes), timed_at = @now, agree_by = @agreeBy,
                    calendar_sequence = calendar_sequence + 1, version = version + 1
                where id = @id
                """, new { id, start, now, it.Minutes, agreeBy = GroupRules.AgreeByAfterMove(it.Facts, start) });
            return [];
        }, start);

    /// <summary>Opens the group to all who have the link; the link keeps its first code.</summary>
    public Task<GroupResult> OpenToAll(ConsultationId id, PersonId by, string code, DateTimeOffset now) =>
        Act(id, it => GroupRules.CheckOpening(it.Facts, by, now), async it =>
        {
            if (it.OpenCode is null)
            {
                await session.Execute("""
                    update consultation
                    set open_since = coalesce(open_since, @now), open_code = @code, version = version + 1
                    where id = @id
                    """, new { id, code, now });
            }
            return [];
        });

    /// <summary>Somebody came by the link: from then on they are among the invited. Null when the code is no group's.</summary>
    public async Task<GroupDetails?> Follow(string code, PersonId person, DateTimeOffset now)
    {
        if (await session.Find<ConsultationId?>("select id from consultation where open_code = @code", new { code }) is not { } id
            || await GroupQuery.Lock(session, id) is not { } details) return null;
        if (!details.Facts.IsLive || details.TutorId == person || details.StateOf(person) is not null) return details;
        await session.Execute("""
            insert into consultation_member (consultation_id, person_id, state, at)
            values (@id, @person, 'Invited', @now)
            """, new { id, person, now });
        return await GroupQuery.Find(session, id);
    }

    /// <summary>Groups whose deadline has come.</summary>
    public Task<IReadOnlyList<ConsultationId>> Due(DateTimeOffset now) =>
        session.Query<ConsultationId>("select id from consultation where state = 'Inviting' and agree_by <= @now order by id", new { now });

    /// <summary>Enough have agreed by its deadline, or it does not take place; null when it is decided already.</summary>
    public async Task<GroupResult?> Decide(ConsultationId id, DateTimeOffset now)
    {
        if (await GroupQuery.Lock(session, id) is not { } before || GroupRules.Decide(before.Facts, now) is not { } state) return null;
        IReadOnlyList<ConsultationId> returned = [];
        if (state == ConsultationState.Confirmed) await Confirm(id, now);
        else returned = await Close(before, null, now);
        return new(null, before, await GroupQuery.Find(session, id)) { Requests = returned };
    }

    /// <summary>Cancels the coming groups of a tutor who leaves.</summary>
    public async Task<IReadOnlyList<GroupResult>> CloseOf(PersonId tutor, DateTimeOffset now)
    {
        var all = new List<GroupResult>();
        foreach (var id in await session.Query<ConsultationId>("""
            select id from consultation where tutor_id = @tutor and kind = 'Group' and state = 'Inviting'
            union
            select id from consultation where tutor_id = @tutor and kind = 'Group' and state = 'Confirmed' and starts_at > @now
            order by id
            """, new { tutor, now }))
        {
            if (await GroupQuery.Lock(session, id) is not { } before || !before.Facts.IsLive) continue;
            var returned = await Close(before, null, now);
            all.Add(new(null, before, await GroupQuery.Find(session, id)) { Requests = returned });
        }
        return all;
    }

    /// <summary>Before a person is erased, takes them out of coming groups; their requests leave with them.</summary>
    public async Task<IReadOnlyList<GroupResult>> Leave(PersonId person, DateTimeOffset now)
    {
        var all = new List<GroupResult>();
        foreach (var id in await session.Query<ConsultationId>("""
            select c.id
            from consultation_member m
            join consultation c on c.id = m.consultation_id
            where m.person_id = @person and m.state <> 'Declined' and c.state in ('Inviting', 'Confirmed') and c.starts_at > @now
            order by c.id
            """, new { person, now }))
        {
            if (await Decline(id, person, now) is { Refusal: null } left) all.Add(left);
        }
        return all;
    }

    /// <summary>The words of somebody who is to be forgotten, in the groups they gathered.</summary>
    public Task Forget(PersonId tutor) =>
        session.Execute("update consultation set topic = '—', reason = null, join_link = null where tutor_id = @tutor and kind = 'Group'",
            new { tutor });

    private static ConsultationId? RequestOf(GroupDetails it, PersonId person) => it.Members.FirstOrDefault(m => m.Id == person)?.RequestId;

    private Task<int> Confirm(ConsultationId id, DateTimeOffset now) => session.Execute("""
        update consultation
        set state = 'Confirmed', confirmed_at = @now, answered_at = coalesce(answered_at, @now), version = version + 1
        where id = @id
        """, new { id, now });

    /// <returns>The requests that go on by themselves.</returns>
    private async Task<IReadOnlyList<ConsultationId>> Close(GroupDetails it, string? reason, DateTimeOffset now)
    {
        WithdrawInvitations(it);
        await TimeWriter.DropAll(session, it.Id);
        await session.Execute("""
            update consultation
            set state = 'Cancelled', reason = @reason, closed_at = @now, calendar_sequence = calendar_sequence + 1, version = version + 1
            where id = @Id
            """, new { it.Id, reason, now });
        var returned = new List<ConsultationId>();
        foreach (var request in it.Members.Select(m => m.RequestId).OfType<ConsultationId>().OrderBy(r => r.Value))
        {
            if (await GroupRequests.Return(session, request, it.Id, now)) returned.Add(request);
            else if (it.Members.Any(m => m.RequestId == request && m.State == MemberState.Invited))
                await GroupRequests.Restart(session, request, it.TutorId, now);
        }
        return returned;
    }

    /// <summary>Those that lie until morning have become wrong.</summary>
    private void WithdrawInvitations(GroupDetails it) =>
        OutboxWriter.Withdraw(session, [.. it.Members.Select(m => NoticeKey.GroupInvited(it.Id, m.Id))]);

    private async Task<GroupResult> Taken(GroupDetails? before, PersonId? tutor, DateTimeOffset start, int minutes) =>
        GroupResult.Refuse(GroupRefusal.TimeTaken, before) with
        {
            Clash = tutor is not { } who ? null
            : await EngagementReader.Clash(session, who, [start], TimeSpan.FromMinutes(minutes), consultation: before?.Id.Value),
        };

    private async Task<GroupResult> Act(
        ConsultationId id, Func<GroupDetails, GroupRefusal?> check, Func<GroupDetails, Task<IReadOnlyList<ConsultationId>>> write,
        DateTimeOffset? start = null)
    {
        if (await GroupQuery.Lock(session, id) is not { } before) return GroupResult.Refuse(GroupRefusal.NoSuchGroup);
        if (check(before) is { } refusal) return GroupResult.Refuse(refusal, before);
        IReadOnlyList<ConsultationId> requests = [];
        var taken = await TimeWriter.Try(session, async () => requests = await write(before));
        return taken is not null
            ? await Taken(before, before.TutorId, start ?? before.StartsAt, before.Minutes)
            : new(null, before, await GroupQuery.Find(session, id)) { Requests = requests };
    }
}
