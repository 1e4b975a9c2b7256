using MspBot.Domain.Broadcasts;
using MspBot.Domain.People;

namespace MspBot.Data.Broadcasts;

/// <summary>
/// Who belongs to an audience. The count, the list that is shown and the recipients all come from this one query. Whoever writes is left
/// out: they have the message before their eyes, and «Отправить себе».
/// </summary>
internal static class AudienceQuery
{
    /// <summary>Columns of «member»: id, chat_id, school_id, full_name, and one of gets, blocked, off.</summary>
    internal static string With(Audience audience) => $"""
        with member as (
            select p.id, p.chat_id, p.school_id, p.full_name, p.broadcasts and p.reachable as gets,
                   p.broadcasts and not p.reachable as blocked, not p.broadcasts as off
            from person p
            where p.erased_at is null and p.id <> @sender and {Belongs(audience)}
        )
        """;

    /// <summary>Arguments of <see cref="With"/> and of what else the statement asks for.</summary>
    internal static Dapper.DynamicParameters Args(Audience audience, PersonId sender, object? more = null)
    {
        var args = new Dapper.DynamicParameters(more);
        args.Add("sender", sender.Value);
        switch (audience)
        {
            case Audience.OfRole(var role):
                args.Add("role", role.ToString());
                break;
            case Audience.OfSchools(var schools):
                args.Add("schools", schools.ToArray());
                break;
            case Audience.OfSubject(var subject):
                args.Add("subject", subject);
                break;
            case Audience.OfMeeting(var seminar, _):
                args.Add("thing", seminar);
                break;
            case Audience.OweSurvey(var survey):
                args.Add("thing", survey);
                break;
            case Audience.OweNomination(var seminar):
                args.Add("thing", seminar);
                break;
            case Audience.Again(var broadcast):
                args.Add("thing", broadcast);
                break;
        }
        return args;
    }

    private static string Belongs(Audience audience) => audience switch
    {
        Audience.Everyone => "true",
        Audience.OfRole => "p.id in (select r.person_id from person_role r where r.role = @role)",
        // A school's people, and whoever heads it and is written down elsewhere.
        Audience.LowResults => """
            (p.school_id in (select s.id from school s where s.kind = 'LowResults' and s.confirmed_at is not null)
             or p.id in (
                select r.person_id from person_role r join school s on s.id = r.school_id
                where r.role = 'SchoolHead' and s.kind = 'LowResults' and s.confirmed_at is not null))
            """,
        Audience.OfSchools => """
            (p.school_id = any(@schools)
             or p.id in (select r.person_id from person_role r where r.role = 'SchoolHead' and r.school_id = any(@schools)))
            """,
        Audience.OfSubject => "exists (select from unnest(p.subjects) s where folded(s) = folded(@subject))",
        Audience.OfMeeting(_, var part) => $"p.id in (select u.person_id from sign_up u where u.seminar_id = @thing and {Of(part)})",
        Audience.OweSurvey => """
            p.id in (
                select r.person_id
                from survey v
                join survey_school c on c.survey_id = v.id and c.state in ('Waiting', 'Filling', 'Returned')
                join person_role r on r.school_id = c.school_id and r.role = 'SchoolHead'
                where v.id = @thing and v.state = 'Open')
            """,
        Audience.OweNomination => """
            p.id in (select n.person_id from nomination n where n.seminar_id = @thing and n.state = 'Asked')
            """,
        // Not whom the same has reached by then, or may have.
        Audience.Again => """
            p.id in (
                select r.person_id from broadcast_recipient r
                where r.broadcast_id = @thing and r.outcome = 'Failed' and r.reason = 'NotInTime')
            and not exists (
                select from broadcast b
                join broadcast_recipient r on r.broadcast_id = b.id
                where b.again_of = @thing and r.person_id = p.id
                  and (r.outcome is null or r.outcome <> 'Stopped' and r.reason is distinct from 'NotInTime'))
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    private static string Of(MeetingPart part) => part switch
    {
        MeetingPart.SignedUp => "u.state = 'Confirmed'",
        MeetingPart.Waiting => "u.state = 'Waitlisted'",
        MeetingPart.Came => "u.state = 'Confirmed' and u.came",
        MeetingPart.Missed => "u.state = 'Confirmed' and not u.came",
    };
}
