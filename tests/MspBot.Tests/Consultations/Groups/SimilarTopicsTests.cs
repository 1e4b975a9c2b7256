using CsCheck;
using MspBot.Domain.Consultations.Groups;
using Xunit;

namespace MspBot.Tests.Consultations.Groups;

public sealed class SimilarTopicsTests
{
    [Theory]
    [InlineData("Читательская грамотность", "Читательская грамотность на уроках истории")]
    [InlineData("Подготовка к ВПР", "подготовка к впр в 5 классе")]
    [InlineData("Как объяснить дроби?", "Объяснить дроби")]
    [InlineData("Ещё раз про чтение", "еще раз: чтения")]
    [InlineData("Функциональная грамотность", "Функциональной грамотности")]
    [InlineData("ЕГЭ, задание 27", "Задания ЕГЭ")]
    public void Topics_in_other_words_are_alike(string one, string other) => Assert.True(Topic(one).IsLike(Topic(other)));

    [Theory]
    [InlineData("Читательская грамотность", "Подготовка к ВПР")]
    [InlineData("Дроби", "Уравнения")]
    [InlineData("Работа с родителями", "Работа над ошибками в диктанте")]
    [InlineData("ЕГЭ", "ОГЭ")]
    [InlineData("!?", "!?")]
    [InlineData("для", "для")]
    public void Other_topics_are_not(string one, string other) => Assert.False(Topic(one).IsLike(Topic(other)));

    [Fact]
    public void The_same_words_in_another_subject_are_not_alike()
    {
        Assert.False(new AskedTopic("Подготовка к ВПР", "Физика").IsLike(new("Подготовка к ВПР", "Химия")));
        Assert.False(new AskedTopic("Подготовка к ВПР", null).IsLike(new("Подготовка к ВПР", "Химия")));
        Assert.True(new AskedTopic("Подготовка к ВПР", null).IsLike(new("Подготовка к ВПР", null)));
    }

    [Fact]
    public void Whether_two_are_alike_does_not_depend_on_which_is_first() =>
        Gen.Select(Words, Words).Sample((a, b) => Topic(a).IsLike(Topic(b)) == Topic(b).IsLike(Topic(a)));

    [Fact]
    public void Case_order_punctuation_and_the_dots_of_yo_do_not_matter() => Gen.Select(Words, Gen.Int[0, 1000]).Sample((topic, seed) =>
    {
        var words = topic.Split(' ');
        words = [.. words.OrderBy(w => HashCode.Combine(w, seed))];
        var dressed = string.Join(" — ", words.Select((w, n) => n % 2 == 0 ? w.ToUpperInvariant() : $"«{w.Replace('е', 'ё')}»,"));
        return Topic(topic).IsLike(Topic(dressed));
    });

    [Fact]
    public void Sets_are_large_enough_apart_and_around_somebody_all_are_like() => Words.Array[0, 25].Sample(topics =>
    {
        var requests = topics.Select((t, n) => (Number: n, Asked: Topic(t))).ToList();
        var sets = SimilarTopics.Sets(requests, r => r.Asked);

        Assert.All(sets, set => Assert.True(set.Count >= SimilarTopics.Enough));
        Assert.All(sets, set => Assert.Contains(set, one => set.All(r => one.Asked.IsLike(r.Asked))));
        var all = sets.SelectMany(s => s).Select(r => r.Number).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        // And none is missed: among those left over nobody has two of their like.
        var left = requests.Where(r => !all.Contains(r.Number)).ToList();
        Assert.All(left, one => Assert.True(left.Count(r => one.Asked.IsLike(r.Asked)) < SimilarTopics.Enough));
    });

    private static readonly string[] Known =
        ["грамотность", "грамотности", "чтение", "чтения", "дроби", "дробей", "уравнения", "урок", "уроки", "впр", "егэ", "тест"];

    private static readonly Gen<string> Words =
        Gen.Int[0, Known.Length - 1].Array[1, 5].Select(words => string.Join(' ', words.Select(n => Known[n])));

    private static AskedTopic Topic(string topic) => new(topic, "Математика");
}
