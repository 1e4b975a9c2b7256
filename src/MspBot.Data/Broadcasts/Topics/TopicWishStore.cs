using MspBot.Data.Postgres;
using MspBot.Data.Seminars;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;

namespace MspBot.Data.Broadcasts.Topics;

/// <summary>What somebody asks to hear of.</summary>
public sealed class TopicWishStore(DbSession session)
{
    /// <summary>Their subjects, then the topics of the list; what is not offered any more and still ticked as well.</summary>
    public Task<IReadOnlyList<AskedTopic>> All(PersonId person) => session.Query<AskedTopic>("""
        select null::bigint as topic, s.name, w.person_id is not null as ticked
        from unnest(@subjects) with ordinality as s(name, nr)
        join person p on p.id = @person
        left join subject_wish w on w.person_id = p.id and w.subject = s.name
        where w.person_id is not null or s.name = any(p.subjects)
        union all
        select * from (
            select t.id, t.name, w.person_id is not null
            from topic t
            left join topic_wish w on w.person_id = @person and w.topic_id = t.id
            where t.retired_at is null or w.person_id is not null
            order by alphabetical(t.name), t.id
        ) topics
        """, new { person, subjects = Offered });

    /// <summary>Whether the person wants broadcasts and news at all.</summary>
    public Task<bool> WantsBroadcasts(PersonId person) =>
        session.Value<bool>("select coalesce((select broadcasts from person where id = @person), true)", new { person });

    /// <returns>Whether it was not so before; a topic that is offered no more cannot be asked for.</returns>
    public async Task<bool> Set(PersonId person, TopicChoice choice, bool wanted, DateTimeOffset now) =>
        await session.Execute((choice, wanted) switch
        {
            ({ Topic: not null }, true) => """
            insert into topic_wish (person_id, topic_id, since)
            select @person, id, @now from topic where id = @topic and retired_at is null
            on conflict do nothing
            """,
            ({ Topic: not null }, false) => "delete from topic_wish where person_id = @person and topic_id = @topic",
            (_, true) => "insert into subject_wish (person_id, subject, since) values (@person, @subject, @now) on conflict do nothing",
            (_, false) => "delete from subject_wish where person_id = @person and subject = @subject",
        }, new { person, topic = choice.Topic, subject = choice.Subject, now }) > 0;

    /// <summary>«Не присылать такое»: what brought the message of that moment is asked for no more.</summary>
    /// <returns>What was taken away; empty: it was already.</returns>
    public Task<IReadOnlyList<AskedTopic>> DropWhatBrought(PersonId person, DateTimeOffset at) => session.Query<AskedTopic>("""
        with told as (
            select kind, thing_id from topic_told where person_id = @person and at = @at
        ), topics as (
            delete from topic_wish
            where person_id = @person and topic_id in (
                select k.topic_id from seminar_topic k join told t on t.kind = 'Seminar' and t.thing_id = k.seminar_id
                union
                select k.topic_id from material_topic k join told t on t.kind = 'Material' and t.thing_id = k.material_id
            )
            returning topic_id
        ), subjects as (
            delete from subject_wish
            where person_id = @person and subject in (
                select q.subject
                from told t
                join seminar s on s.id = t.thing_id
                join unnest(@subjects, @queries) as q(subject, query) on s.words @@ q.query::tsquery
                where t.kind = 'Seminar'
                union
                select unnest(m.subjects) from told t join material m on m.id = t.thing_id where t.kind = 'Material'
            )
            returning subject
        )
        select null::bigint as topic, subject as name, false as ticked from subjects
        union all
        select t.id, t.name, false from topics k join topic t on t.id = k.topic_id
        """, new { person, at, subjects = SubjectWords.Named.ToArray(), queries = Queries });

    /// <summary>«Темы, предметы» and «сообщили», of one who wants to know what is stored.</summary>
    public Task<(int Wishes, int Told)> Stored(PersonId person) => session.Find<(int, int)>("""
        select ((select count(*) from topic_wish where person_id = @person)
                + (select count(*) from subject_wish where person_id = @person))::int,
               (select count(*) from topic_told where person_id = @person)::int
        """, new { person });

    public Task Forget(PersonId person) => session.Execute("""
        delete from topic_wish where person_id = @person;
        delete from subject_wish where person_id = @person;
        delete from topic_told where person_id = @person
        """, new { person });

    private static string[] Offered { get; } = [.. Subjects.All.Where(subject => subject != Subjects.Other)];

    internal static string?[] Queries { get; } = [.. SubjectWords.Named.Select(subject => SubjectWords.Query([subject]))];
}
