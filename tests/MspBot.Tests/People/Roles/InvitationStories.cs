using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Roles;

/// <summary>How a role comes to a person: a link that a head makes and forwards.</summary>
public sealed class InvitationStories(TestCluster cluster)
{
    [Fact]
    public async Task A_stranger_comes_by_a_link_registers_and_is_a_tutor()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var link = await Invited(world, head, "Тьютор");

        var anna = await world.Teacher(1, "Петрова Анна Игоревна", link: link);
        await anna.Sees("Готово, ваша роль: тьютор");
        await head.Sees("Приглашение принято");
        await head.Taps("Петрова А. И.");
        await head.Sees("тьютор — с 24 ноября 2026");
        await anna.Types("/profile");
        await anna.Sees("Роли: педагог, тьютор");
        Assert.Empty(world.Telegram.Violations);
    }

    [Fact]
    public async Task What_the_head_forwards_is_a_picture_with_the_same_link_under_it()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var link = await Invited(world, head, "Методист");
        await world.Idle();

        var letter = head.Chat.Last(m => m.Kind == "photo");
        Assert.Contains($"https://t.me/{world.Telegram.Api.Options.BotUsername}?start={link}", letter.Text, StringComparison.Ordinal);
        Assert.Equal(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, letter.File!.Bytes.Span[..4].ToArray());
        Assert.Empty(letter.Buttons);
        Assert.True(link.Length >= "i_".Length + 16, "96 bits and more");

        await head.Taps("Показать ссылку и QR-код");
        Assert.Equal(letter.Text, (await head.SeesMessage("Приглашение на стажировочную площадку")).Text);
    }

    [Fact]
    public async Task It_is_used_once_and_the_same_person_hears_that_it_is_theirs()
    {
        await using var world = await World.Open(cluster);
        var (head, anna, boris) = (await world.Head(), await world.Teacher(1), await world.Teacher(2, "Орлов Борис Львович"));
        var link = await Invited(world, head, "Наблюдатель");
        await anna.Types($"/start {link}");
        await anna.Sees("Готово, ваша роль: наблюдатель");
        await anna.Types($"/start {link}");
        await anna.Sees("Эта роль уже ваша");

        await boris.Types($"/start {link}");
        var refused = await boris.Sees("уже использовано");
        Assert.DoesNotContain("Иванова", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("наблюдатель", refused, StringComparison.Ordinal);
        await world.Idle();
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Observer'"));
        Assert.Equal(1, head.Chat.Count(m => m.Text.Contains("Приглашение принято", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_heads_own_link_is_not_for_them_and_shows_where_it_stands()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        var link = await Invited(world, head, "Тьютор");
        await head.Types($"/start {link}");
        await head.Sees("Это ваше приглашение");
        await head.Sees("Ждёт. Действует до");
        Assert.Equal(0, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));
    }

    [Fact]
    public async Task Withdrawn_in_a_tap_it_gives_nothing_and_twice_it_says_so()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Тьютор");
        await head.Taps("Отозвать приглашение");
        await head.Sees("Отозвано вт, 24 ноября, 10:00");
        await head.TapsAgain();
        Assert.Equal("Это приглашение уже не действует.", head.LastToast);

        await anna.Types($"/start {link}");
        await anna.Sees("отозвано");
        await head.Types("/people");
        await head.Taps("Приглашения");
        await head.Sees("Сейчас никого не ждём");
    }

    [Fact]
    public async Task After_seven_days_it_is_over_and_an_old_card_says_so()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Тьютор");
        await world.Pass(TimeSpan.FromDays(7));
        await anna.Types($"/start {link}");
        await anna.Sees("Срок этого приглашения прошёл");
        await head.Taps("Отозвать приглашение");
        await head.Sees("Истекло");
        await head.SeesButton("Пригласить заново");
    }

    [Fact]
    public async Task Withdrawing_what_was_used_a_moment_ago_shows_who_has_it()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Тьютор");
        var card = head.Chat.Last(m => m.Buttons.SelectMany(r => r).Any(b => b.Label == "Отозвать приглашение"));
        await anna.Types($"/start {link}");
        await anna.Sees("Готово");
        await head.TapsOn(card, "Отозвать приглашение");
        await head.Sees("Использовано вт, 24 ноября, 10:00: Иванова М. П.");
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Tutor'"));
    }

    [Fact]
    public async Task Ten_wrong_codes_and_no_code_is_looked_at_for_an_hour()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Тьютор");
        for (var n = 0; n < 10; n++)
        {
            await anna.Types($"/start i_{new string('x', n)}<b>'");
            await anna.Sees("Такого приглашения нет");
        }
        await anna.Types($"/start {link}");
        await anna.Sees("Слишком много неверных кодов");
        await world.Pass(TimeSpan.FromMinutes(61));
        await anna.Types($"/start {link}");
        await anna.Sees("Готово, ваша роль: тьютор");
    }

    [Fact]
    public async Task A_schools_head_leads_the_school_of_the_invitation_whatever_their_own()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Руководитель школы", "МОУ «СОШ № 1»");
        await anna.Types($"/start {link}");
        await anna.Sees("Готово, ваша роль: руководитель школы (МОУ «СОШ № 1»)");
        Assert.Equal("МОУ «СОШ № 1»", await world.Sql<string>("select s.name from person_role r join school s on s.id = r.school_id"));
        Assert.Equal("МОУ «СОШ № 4»",
            await world.Sql<string>("select s.name from person p join school s on s.id = p.school_id where chat_id = 1"));

        var second = await Invited(world, head, "Руководитель школы", "МОУ «СОШ № 4»");
        await anna.Types($"/start {second}");
        await anna.Sees("Вы уже руководитель другой школы");
        Assert.Equal(1, await world.Sql<int>("select count(*) from invitation where used_at is null"));
    }

    [Fact]
    public async Task At_night_the_role_comes_at_once_and_the_head_sleeps()
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Тьютор");
        await world.Pass(TimeSpan.FromHours(13));
        await anna.Types($"/start {link}");
        await anna.Sees("Готово, ваша роль: тьютор");
        await head.DoesNotSee("Приглашение принято");
        await world.Pass(TimeSpan.FromHours(9));
        await head.Sees("Приглашение принято");
    }

    [Fact]
    public async Task Many_open_invitations_come_in_pages()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        await world.Sql<int>($"""
            insert into invitation (code, role, made_by, made_at, expires_at)
            select 'abcdefghijklmnop' || n, 'Tutor', p.id, {world.Now}, timestamptz '2026-11-25 07:00Z' + n * interval '1 minute'
                from person p, generate_series(1, 8) n
            """);
        await head.Types("/people");
        await head.Taps("Приглашения: 8");
        await head.Sees("Ещё не использованы: 8");
        await head.Taps("›");
        await head.Taps("до 25.11 10:08 · Тьютор");
        await head.Sees("Ждёт. Действует до: ср, 25 ноября, 10:08");
    }

    [Theory]
    [InlineData("c:invite:1:stop")]
    [InlineData("c:invite:1:link")]
    [InlineData("c:invite:1:show")]
    [InlineData("c:invites:0:show")]
    [InlineData("c:people:0:show")]
    [InlineData("c:people:0:show:Tutor")]
    [InlineData("n:invite")]
    [InlineData("n:find-person")]
    [InlineData("m:people")]
    [InlineData("c:handover:1:give")]
    public async Task A_teacher_forges_nothing_of_it(string forged)
    {
        await using var world = await World.Open(cluster);
        var (head, anna) = (await world.Head(), await world.Teacher(1));
        var link = await Invited(world, head, "Следующий руководитель");
        await world.Idle();
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), forged);
        await anna.DoesNotSee(link);
        await anna.DoesNotSee("Орлова");
        await anna.DoesNotSee("Кого пригласить");
        Assert.Equal(1, await world.Sql<int>("select count(*) from invitation where withdrawn_at is null and used_at is null"));
        Assert.Equal(1, await world.Sql<int>("select count(*) from person_role where role = 'Head'"));
    }

    /// <summary>Through the form; what follows «?start=».</summary>
    internal static async Task<string> Invited(World world, Visitor head, string role, string? school = null)
    {
        await head.Types("/people");
        await head.Sees("Всего");
        await head.Taps("Пригласить");
        await head.Sees("Кого пригласить?");
        await head.Taps(role);
        if (school is not null)
        {
            await head.Sees("Какой школой");
            await head.Types(school);   // as it stands on its button, on whatever page
        }
        await head.Sees("Создать приглашение?");
        await head.Taps("Создать приглашение");
        await head.Sees("Ждёт. Действует до");
        await world.Idle();
        return "i_" + await world.Sql<string>("select code from invitation order by id desc limit 1");
    }
}
