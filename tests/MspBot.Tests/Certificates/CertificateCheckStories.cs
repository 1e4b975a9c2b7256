using MspBot.Sandbox;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Certificates;

/// <summary>What a stranger learns from a certificate's code, and what the head does about one.</summary>
public sealed class CertificateCheckStories(TestCluster cluster)
{
    private const string Wrong = "/start c_AAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task A_stranger_checks_the_head_withdraws_and_gives_back()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, stranger) = (await SeminarCast.Head(world), await SeminarCast.Teacher(world, 1), world.Visitor(77));
        var code = await Taken(world, anna);

        await stranger.Types($"/start c_{code}");
        var said = await stranger.Sees("✅ Сертификат № 2026-0001: подлинный");
        Assert.Contains("Кому: Петрова А. И.", said, StringComparison.Ordinal);
        Assert.Contains("участие в работе круглого стола «Читательская грамотность»", said, StringComparison.Ordinal);
        Assert.Contains("19 ноября 2026", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Анна", said, StringComparison.Ordinal);
        Assert.Equal(0, await world.Sql<int>("select count(*) from person where chat_id = 77"));

        await head.Types("/events");
        await world.Idle();
        await head.TapsData(head.Chat[^1], $"c:sp:{await world.Sql<long>("select max(id) from seminar")}:show");
        await head.Taps("Выданные сертификаты");
        await head.Taps("2026-0001 · Петрова А. И.");
        await head.Sees("Кому: Петрова Анна Ивановна");
        await head.Taps("Отозвать сертификат");
        await head.Types("Была в списке <по ошибке> & \"случайно\"");
        await head.Sees("Владелец узнает об этом");
        await head.Taps("Отозвать сертификат");
        await head.Sees("❌ Отозван 24 ноября 2026");
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("Причина: Была в списке <по ошибке>", StringComparison.Ordinal));
        await stranger.Types($"/start c_{code}");
        Assert.DoesNotContain("по ошибке", await stranger.Sees("❌ Сертификат № 2026-0001: отозван 24 ноября 2026"),
            StringComparison.Ordinal);
        await anna.Taps("Читательская");
        await anna.Sees("его отозвал");

        await stranger.TapsData(stranger.Chat[^1], "c:cert:1:back");
        await anna.TapsData(anna.Chat[^1], "c:cert:1:back");
        await anna.Sees("Этого больше нет или оно вам недоступно.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from certificate where withdrawn_at is not null"));
        await head.Taps("Вернуть сертификат");
        await head.Sees("✅ Действует");
        await head.TapsAgain();
        await world.Idle();
        Assert.Single(anna.Chat, m => m.Text.Contains("снова действителен", StringComparison.Ordinal));
        await stranger.Types($"/start c_{code}");
        await stranger.Sees("подлинный");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task Withdrawn_and_given_back_overnight_says_nothing_of_the_first()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await SeminarCast.Head(world), await SeminarCast.Teacher(world, 1));
        await Taken(world, anna);
        await world.Pass(TimeSpan.FromHours(13));
        await head.Types("/my");
        await head.Taps("Сертификаты");
        await head.Taps("Найти сертификат");
        await head.Types("2026-0777");
        await head.Sees("Сертификата № 2026-0777 нет");
        await head.Taps("Ввести другой номер");
        await head.Types("№ 2026-1");
        await head.Taps("Отозвать сертификат");
        await head.Types("Ошибка");
        await head.Sees("Владелец узнает");
        await head.Taps("Отозвать сертификат");
        await head.Taps("Вернуть сертификат");
        await head.Sees("✅ Действует");
        await world.Pass(TimeSpan.FromHours(12));
        Assert.DoesNotContain(anna.Chat, m => m.Text.Contains("Причина", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trying_codes_is_limited_and_learns_nothing()
    {
        await using var world = await World.Open(cluster);
        var (anna, thief, other) = (await SeminarCast.Teacher(world, 1), world.Visitor(66), world.Visitor(67));
        var code = await Taken(world, anna);
        foreach (var odd in (string[])["/start c_", "/start c_%27;drop", $"/start c_{new string('я', 22)}", $"/start c_{code[..^1]}",
            $"/start c_{code}x", $"/start c_{code.ToUpperInvariant()}"])
        {
            await thief.Types(odd);
            await thief.Sees("Такого сертификата нет");
        }
        for (var n = 0; n < 14; n++) await thief.Types(Wrong);
        await world.Idle();
        await thief.Types($"/start c_{code}");
        await thief.Sees("Слишком много неверных кодов");
        await other.Types($"/start c_{code}");
        await other.Sees("подлинный");

        await world.Pass(TimeSpan.FromMinutes(61));
        Assert.Equal(0, await world.Sql<int>("select count(*) from certificate_guess"));
        await thief.Types($"/start c_{code}");
        await thief.Sees("подлинный");
        await other.Types(Wrong);
        await other.Sees("Такого сертификата нет");
        Assert.Equal("67", await world.Sql<string>("select string_agg(chat_id::text, ',') from certificate_guess"));
    }

    [Fact]
    public async Task Other_links_of_a_stranger_still_lead_to_the_door()
    {
        await using var world = await World.Open(cluster);
        var stranger = world.Visitor(77);
        foreach (var link in (string[])["/start", "/start e_1", "/start i_abc", "/start x_1"])
        {
            await stranger.Types(link);
            await stranger.Sees("закон 152-ФЗ");
        }
    }

    [Fact]
    public async Task An_erased_owners_certificate_can_be_checked_without_their_name()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, stranger) = (await SeminarCast.Head(world), await SeminarCast.Teacher(world, 1), world.Visitor(77));
        var code = await Taken(world, anna);
        await anna.Types("/profile");
        await anna.Taps("Удалить мои данные");
        await anna.Taps("Да, удалить всё обо мне");
        await anna.Sees("Готово");

        await stranger.Types($"/start c_{code}");
        Assert.Contains("Кому: имя удалено по просьбе владельца", await stranger.Sees("подлинный"), StringComparison.Ordinal);
        await head.Types($"/start c_{code}");
        await head.Taps("Открыть сертификат");
        await head.Sees("Кому: имя удалено по просьбе владельца");
        Assert.Equal(0, await world.Sql<int>("select count(*) from certificate c where to_jsonb(c)::text like '%Петрова%'"));
        Assert.Empty(world.Telegram.Violations);
    }

    /// <summary>She came, and took her certificate; its code.</summary>
    private static async Task<string> Taken(World world, Visitor anna)
    {
        await world.Came(await world.Seminar(startsIn: TimeSpan.FromDays(-5)), anna.Id);
        await anna.Types("/my");
        await anna.Taps("Сертификаты: 1");
        await anna.Taps("Читательская");
        await anna.SeesFile("Сертификат 2026-0001");
        return await world.Code();
    }
}
