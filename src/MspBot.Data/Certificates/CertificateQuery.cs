using MspBot.Data.Postgres;

namespace MspBot.Data.Certificates;

/// <summary>Reads certificates as they stand.</summary>
internal static class CertificateQuery
{
    private const string Select = """
        select c.id, c.year, c.in_year, c.code, c.kind, c.person_id, c.name, c.edition, c.printed_at, c.withdrawn_at,
            c.withdrawn_reason,
               c.seminar_id, s.kind as seminar_kind, s.title, s.starts_at, s.ends_at,
               c.first_day, c.last_day, c.consultations, c.meetings, c.minutes,
               coalesce(h.full_name, (
                   select p.full_name
                   from person_role r
                   join person p on p.id = r.person_id
                   where r.role = 'Head'
                   order by r.granted_at, p.id
                   limit 1
               )) as head,
               case c.kind
                   when 'Attended' then not exists (select from sign_up m where m.seminar_id = c.seminar_id and m.person_id = c.person_id
                       and m.state = 'Confirmed' and m.came)
                   when 'Led' then not exists (select from sign_up m where m.seminar_id = c.seminar_id and m.state = 'Confirmed' and m.came
                       and m.person_id <> c.person_id)
                   else false
               end as unfounded,
               case when o.reachable then o.chat_id end as chat
        from certificate c
        join person o on o.id = c.person_id
        left join seminar s on s.id = c.seminar_id
        left join person h on h.id = c.head_id
        """;

    internal static Task<CertificateDetails?> Find(DbSession session, string where, object args) =>
        session.Find<CertificateDetails>($"{Select}\nwhere {where}", args);

    internal static Task<IReadOnlyList<CertificateDetails>> All(DbSession session, string where, object args) =>
        session.Query<CertificateDetails>($"{Select}\nwhere {where}", args);
}
